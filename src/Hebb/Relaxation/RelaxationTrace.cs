using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Relaxation;

/// <summary>
/// Records how a state settles, sweep by sweep and example by example, from before the first sweep (sweep 0) on. Made for looking,
/// not for speed: hand one to <see cref="IRelaxation.Settle"/> and plot what it holds. It changes nothing in what it looks at.
/// </summary>
/// <remarks>
/// Examples are those of the batch, in its order. One that settles before others keeps its last values in the sweeps that follow.
/// A trace that is used again begins anew.
/// </remarks>
/// <param name="recordsUnits">Whether the units of all free layers are kept too: that takes room for a state a sweep.</param>
public sealed class RelaxationTrace<T>(bool recordsUnits = false)
    where T : unmanaged, INumberBase<T>
{
    private readonly List<double[]> _energies = [];
    private readonly List<double[]> _residuals = [];
    private readonly List<T[]> _units = [];
    private NetworkTopology? _topology;
    private int[] _sweepsOf = [];

    /// <summary>The sweeps that were recorded: of the example that took longest. Sweep 0, the start, is not counted.</summary>
    public int Sweeps => Math.Max(_energies.Count - 1, 0);

    /// <summary>The examples.</summary>
    public int Examples => _sweepsOf.Length;

    /// <summary>The sweeps that an example took.</summary>
    /// <param name="example">From 0 to <see cref="Examples"/> - 1.</param>
    public int SweepsOf(int example) => _sweepsOf[example];

    /// <summary>
    /// F = E + beta C after a sweep, see <see cref="TotalEnergy"/>; not a number where there is no energy: in a network with directed
    /// connections and for complex units.
    /// </summary>
    /// <param name="sweep">From 0, the start, to <see cref="Sweeps"/>.</param>
    /// <param name="example">From 0 to <see cref="Examples"/> - 1.</param>
    public double Energy(int sweep, int example) => _energies[sweep][example];

    /// <summary>F of an example from sweep 0 on.</summary>
    /// <param name="example">From 0 to <see cref="Examples"/> - 1.</param>
    public double[] Energies(int example) => [.. _energies.Select(sweep => sweep[example])];

    /// <summary>
    /// How far the unit that moved furthest moved in a sweep, per unit of step size; not a number in sweep 0, before which nothing
    /// moved.
    /// </summary>
    /// <param name="sweep">From 0, the start, to <see cref="Sweeps"/>.</param>
    /// <param name="example">From 0 to <see cref="Examples"/> - 1.</param>
    public double Residual(int sweep, int example) => _residuals[sweep][example];

    /// <summary>The residuals of an example from sweep 0 on.</summary>
    /// <param name="example">From 0 to <see cref="Examples"/> - 1.</param>
    public double[] Residuals(int example) => [.. _residuals.Select(sweep => sweep[example])];

    /// <summary>The units of a free layer after a sweep: where the next one began.</summary>
    /// <param name="sweep">From 0, the start, to <see cref="Sweeps"/>.</param>
    /// <param name="example">From 0 to <see cref="Examples"/> - 1.</param>
    /// <param name="layer">A free layer.</param>
    /// <exception cref="InvalidOperationException">The trace was not asked to keep units, or has recorded nothing.</exception>
    /// <exception cref="ArgumentException">The layer is an input.</exception>
    public ReadOnlySpan<T> Units(int sweep, int example, int layer)
    {
        if (!recordsUnits || _topology is null)
        {
            throw new InvalidOperationException(
                "units: none were recorded; a trace made with recordsUnits, and used, is needed"
            );
        }

        var size = _topology.Layers[layer].Size;
        return _topology.Layers[layer].Role is LayerRole.Input
            ? throw new ArgumentException(
                $"layer '{_topology.Layers[layer].Name}': inputs do not settle; a free layer is needed",
                nameof(layer)
            )
            : _units[sweep].AsSpan(UnitsAt(_topology, example, layer), size);
    }

    /// <summary>Notes the state before the first sweep.</summary>
    internal void Begin(EnergyNetwork<T> network, NetworkState<T> state, in Nudge<T> nudge)
    {
        _topology = network.Topology;
        _sweepsOf = new int[state.Rows];
        _energies.Clear();
        _residuals.Clear();
        _units.Clear();
        _energies.Add(new double[state.Rows]);
        _residuals.Add([.. Enumerable.Repeat(double.NaN, state.Rows)]);
        if (recordsUnits)
        {
            _units.Add(new T[UnitsAt(_topology, state.Rows, layer: 0)]);
        }

        for (var row = 0; row < state.Rows; row++)
        {
            NoteState(network, state, nudge, row);
        }
    }

    /// <summary>Notes the state after a sweep.</summary>
    internal void Record(EnergyNetwork<T> network, NetworkState<T> state, in Nudge<T> nudge, int active)
    {
        _energies.Add([.. _energies[^1]]);
        _residuals.Add([.. _residuals[^1]]);
        if (recordsUnits)
        {
            _units.Add([.. _units[^1]]);
        }

        for (var row = 0; row < active; row++)
        {
            var example = state.ExampleAt(row);
            _sweepsOf[example]++;
            _residuals[^1][example] = state.Residuals[row];
            NoteState(network, state, nudge, row);
        }
    }

    private void NoteState(EnergyNetwork<T> network, NetworkState<T> state, in Nudge<T> nudge, int row)
    {
        var example = state.ExampleAt(row);
        var hasEnergy = network.Topology.HasEnergy && typeof(T) != typeof(Complex);
        _energies[^1][example] = hasEnergy
            ? Transcendental.RealPart(TotalEnergy.Of(network, state, nudge, row))
            : double.NaN;
        if (!recordsUnits)
        {
            return;
        }

        foreach (var layer in network.Topology.Free)
        {
            state.Units(layer)[row].CopyTo(_units[^1].AsSpan(UnitsAt(network.Topology, example, layer)));
        }
    }

    private static int UnitsAt(NetworkTopology topology, int example, int layer)
    {
        var all = topology.Free.Sum(free => topology.Layers[free].Size);
        return (example * all) + topology.Free.TakeWhile(free => free < layer).Sum(free => topology.Layers[free].Size);
    }
}
