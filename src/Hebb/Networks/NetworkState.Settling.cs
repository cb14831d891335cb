using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Networks;

/// <content>What sweeps and estimators see of a state: its matrices, parts of its examples, and rows that have settled.</content>
public sealed partial class NetworkState<T>
{
    /// <summary>
    /// Takes over everything but the input units, which no sweep reads again: where a nudged phase starts.
    /// </summary>
    /// <param name="source">A state of the same topology, holding no more examples than this can.</param>
    internal void ContinueFrom(NetworkState<T> source)
    {
        Rows = source.Rows;
        OutputsAreClamped = source.OutputsAreClamped;
        source.Force.First(Rows).Span.CopyTo(Force.Span);
        foreach (var layer in Topology.Free)
        {
            source._units[layer].First(Rows).Span.CopyTo(_units[layer].Span);
            source._drives[layer]!.First(Rows).Span.CopyTo(_drives[layer]!.Span);
        }
    }

    /// <summary>Sets how many examples there are; their units are what was there.</summary>
    /// <param name="rows">Up to <see cref="Capacity"/>.</param>
    internal void Resize(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, Capacity);
        Rows = rows;
    }

    /// <summary>Takes over everything of a part of the examples.</summary>
    /// <param name="source">A state that holds that part.</param>
    /// <param name="first">The row where the part begins.</param>
    internal void TakeRows(NetworkState<T> source, int first)
    {
        for (var layer = 0; layer < _units.Length; layer++)
        {
            AlignedMatrix<T> target = _units[layer];
            source._units[layer].First(source.Rows).Span.CopyTo(target.Span[(first * target.Stride)..]);
            source._drives[layer]?.First(source.Rows).Span.CopyTo(_drives[layer]!.Span[(first * target.Stride)..]);
        }

        source.Force.First(source.Rows).Span.CopyTo(Force.Span[(first * Force.Stride)..]);
    }

    /// <summary>Takes over everything of a state in another number type: examples, inputs, what they drive, and units.</summary>
    /// <typeparam name="TOther">The other type.</typeparam>
    /// <param name="source">A state of the same topology, holding no more examples than this can.</param>
    internal void ConvertFrom<TOther>(NetworkState<TOther> source)
        where TOther : unmanaged, INumberBase<TOther>
    {
        RequireSameTopology(source.Topology);
        Rows = source.Rows;
        OutputsAreClamped = source.OutputsAreClamped;
        for (var row = 0; row < Rows; row++)
        {
            TensorPrimitives.ConvertTruncating<TOther, T>(source.Force[row], Force[row]);
            for (var layer = 0; layer < _units.Length; layer++)
            {
                TensorPrimitives.ConvertTruncating<TOther, T>(source._units[layer][row], _units[layer][row]);
                if (_drives[layer] is { } drives)
                {
                    TensorPrimitives.ConvertTruncating<TOther, T>(source._drives[layer]![row], drives[row]);
                }
            }
        }
    }

    /// <summary>The units of a layer with room for all examples.</summary>
    internal AlignedMatrix<T> UnitMatrix(int layer) => _units[layer];

    /// <summary>Where a sweep writes a free layer's new units.</summary>
    internal AlignedMatrix<T> NextMatrix(int layer) => _next[layer]!;

    /// <summary>Room for a drive that is not complete yet, where more than two connections drive a layer.</summary>
    /// <param name="layer">A free layer.</param>
    internal AlignedMatrix<T>? PartialDrive(int layer) => _partial[layer];

    /// <summary>Biases and the drive of the clamped inputs, constant through all sweeps.</summary>
    /// <param name="layer">A free layer.</param>
    internal AlignedMatrix<T> InputDrive(int layer) => _drives[layer]!;

    /// <summary>What a layer sends to others: its units; from a readout, the force of its cost.</summary>
    internal AlignedMatrix<T> Sent(int layer) =>
        Topology.Layers[layer].Role is LayerRole.Readout ? Force : _units[layer];

    /// <summary>Makes a free layer's new units its units.</summary>
    internal void Commit(int layer) => (_units[layer], _next[layer]) = (_next[layer]!, _units[layer]);

    /// <summary>Which example stands in a row while others have been set aside; see <see cref="SetAside"/>.</summary>
    internal int ExampleAt(int row) => _exampleAt[row];

    /// <summary>
    /// Exchanges the example of a row with that of the last active row, which is then active no more: sweeps go over the
    /// active rows alone.
    /// </summary>
    /// <param name="row">The row of an example that has settled.</param>
    /// <param name="last">The last active row.</param>
    internal void SetAside(int row, int last)
    {
        SwapRows(row, last);
        foreach (var layer in Topology.Free)
        {
            // A sweep's result and what it started from change places: both must hold the settled units.
            _units[layer].Padded(last).CopyTo(_next[layer]!.Padded(last));
        }
    }

    /// <summary>Brings all examples back to the rows that they came in.</summary>
    internal void RestoreOrder()
    {
        for (var row = 0; row < Rows; row++)
        {
            while (_exampleAt[row] != row)
            {
                SwapRows(row, _exampleAt[row]);
            }
        }
    }

    /// <summary>
    /// Room for what a relaxation or an estimator needs beside the units, made at its first use and kept.
    /// </summary>
    /// <typeparam name="TWorkspace">What it needs.</typeparam>
    /// <param name="create">Makes it for this state.</param>
    /// <param name="fits">Whether that of an earlier use will do; where this is not given, it always does.</param>
    internal TWorkspace Workspace<TWorkspace>(
        Func<NetworkState<T>, TWorkspace> create,
        Func<TWorkspace, bool>? fits = null
    )
        where TWorkspace : class
    {
        if (
            _workspaces.TryGetValue(typeof(TWorkspace), out var known)
            && known is TWorkspace workspace
            && (fits is null || fits(workspace))
        )
        {
            return workspace;
        }

        TWorkspace created = create(this);
        _workspaces[typeof(TWorkspace)] = created;
        return created;
    }

    /// <summary>Room for every free layer, as many rows as the state can hold; null for inputs.</summary>
    internal AlignedMatrix<T>?[] NewMatrices() => [.. Topology.Layers.Select(FreeMatrix)];

    private void SwapRows(int one, int other)
    {
        foreach (var layer in Topology.Free)
        {
            _units[layer].Swap(one, other);
            _drives[layer]!.Swap(one, other);
        }

        Force.Swap(one, other);
        (_exampleAt[one], _exampleAt[other]) = (_exampleAt[other], _exampleAt[one]);
        (Residuals[one], Residuals[other]) = (Residuals[other], Residuals[one]);
    }

    /// <summary>Refuses another graph: nothing later checks the sizes of layers.</summary>
    /// <param name="topology">The graph of a network or a state.</param>
    internal void RequireSameTopology(NetworkTopology topology)
    {
        if (!ReferenceEquals(topology, Topology))
        {
            throw new ArgumentException(
                "topology: the state was made for another network; a state of the same topology is needed",
                nameof(topology)
            );
        }
    }
}
