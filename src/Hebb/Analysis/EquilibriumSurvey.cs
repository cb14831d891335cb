using Hebb.Networks;
using Hebb.Numerics;

namespace Hebb.Analysis;

/// <summary>
/// The equilibria of a network for some inputs: how many ways there are for it to answer. A network with more than one is
/// multistable: where it settles depends on where it starts, and learning may move it from one to another.
/// </summary>
/// <remarks>
/// Each input settles from rest and from random states; settled states are clustered, one by one, with the first
/// representative that no unit differs from by more than <see cref="EquilibriumOptions.Distance"/>.
/// </remarks>
/// <param name="Inputs">What was found, input by input.</param>
/// <param name="Starts">From how many states each input settled.</param>
public sealed record EquilibriumSurvey(ImmutableArray<InputEquilibria> Inputs, int Starts)
{
    /// <summary>The distinct equilibria of an input, on average.</summary>
    public double MeanCount => Inputs.Average(input => (double)input.Count);

    /// <summary>The share of inputs with more than one, from 0 to 1.</summary>
    public double ShareWithSeveral => Inputs.Average(input => input.Count > 1 ? 1.0 : 0);

    /// <summary>
    /// How far the outputs of the equilibria of an input lie apart, on average over the inputs with more than one; 0 where there are
    /// none.
    /// </summary>
    public double MeanOutputDistance =>
        Inputs.Where(input => input.Count > 1).Select(input => input.OutputDistance).DefaultIfEmpty(0).Average();

    /// <summary>The share of all starts that did not settle, from 0 to 1.</summary>
    public double ShareUnsettled => Inputs.Average(input => (double)input.Unsettled / Starts);

    /// <summary>Seeks the equilibria of some inputs.</summary>
    /// <typeparam name="T">The number type: in float32 a tolerance of 1e-6 is within reach, in float64 of 1e-12.</typeparam>
    /// <param name="inputs">A row an input; at least one.</param>
    /// <param name="options">How they are sought; null is as standard.</param>
    public static EquilibriumSurvey Of<T>(
        EnergyNetwork<T> network,
        ReadOnlyMatrixSpan<T> inputs,
        EquilibriumOptions? options = null
    )
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs.Rows, nameof(inputs));
        options ??= new EquilibriumOptions();

        // All starts of an input settle side by side, then those of the next one.
        var state = new NetworkState<T>(network.Topology, options.Starts);
        var random = new Pcg64(options.Seed);
        var found = ImmutableArray.CreateBuilder<InputEquilibria>(inputs.Rows);
        for (var row = 0; row < inputs.Rows; row++)
        {
            var repeated = new ReadOnlyMatrixSpan<T>(inputs[row], options.Starts, inputs.Columns, stride: 0);
            state.Reset();
            state.Clamp(network, repeated);
            Scatter(state, random, options.Spread);
            options.Relaxation.Settle(network, state);
            found.Add(Cluster(state, options));
        }

        return new EquilibriumSurvey(found.MoveToImmutable(), options.Starts);
    }

    // The first row stays at rest.
    private static void Scatter<T>(NetworkState<T> state, Pcg64 random, double spread)
        where T : unmanaged, INumberBase<T>
    {
        foreach (var layer in state.Topology.Free)
        {
            for (var row = 1; row < state.Rows; row++)
            {
                var units = state.Units(layer)[row];
                foreach (ref T unit in units)
                {
                    unit = T.CreateTruncating(spread * ((2 * random.NextDouble()) - 1));
                }

                state.Topology.Layers[layer].Activation.Apply<T>(units, units);
            }
        }
    }

    private static InputEquilibria Cluster<T>(NetworkState<T> state, EquilibriumOptions options)
        where T : unmanaged, INumberBase<T>
    {
        var representatives = new List<int>();
        var unsettled = 0;
        for (var row = 0; row < state.Rows; row++)
        {
            // The stopping rule's own tolerance is not known here: a state that still moves by a tenth of the distance
            // between equilibria is no equilibrium.
            if (!(state.Residuals[row] <= 0.1 * options.Distance))
            {
                unsettled++;
            }
            else if (!representatives.Exists(known => Apart(state, known, row) <= options.Distance))
            {
                representatives.Add(row);
            }
        }

        var farthest = 0.0;
        foreach (var one in representatives)
        {
            foreach (var other in representatives)
            {
                farthest = Math.Max(farthest, OutputDistance(state, one, other));
            }
        }

        return new InputEquilibria(representatives.Count, unsettled, farthest);
    }

    private static double Apart<T>(NetworkState<T> state, int one, int other)
        where T : unmanaged, INumberBase<T>
    {
        var largest = 0.0;
        foreach (var layer in state.Topology.Free)
        {
            var units = state.Units(layer);
            for (var unit = 0; unit < units.Columns; unit++)
            {
                largest = Math.Max(largest, Transcendental.Magnitude(units[one][unit] - units[other][unit]));
            }
        }

        return largest;
    }

    private static double OutputDistance<T>(NetworkState<T> state, int one, int other)
        where T : unmanaged, INumberBase<T>
    {
        var outputs = state.Outputs;
        var sum = 0.0;
        for (var unit = 0; unit < outputs.Columns; unit++)
        {
            var apart = Transcendental.Magnitude(outputs[one][unit] - outputs[other][unit]);
            sum += apart * apart;
        }

        return Math.Sqrt(sum);
    }
}

/// <summary>The equilibria found for one input.</summary>
/// <param name="Count">How many are distinct; 0 where no start settled. A lower bound: a small basin may be missed.</param>
/// <param name="Unsettled">The starts that did not settle.</param>
/// <param name="OutputDistance">
/// The largest Euclidean distance between the outputs of two of them, in the units of the output; 0 where there are fewer than
/// two.
/// </param>
public readonly record struct InputEquilibria(int Count, int Unsettled, double OutputDistance);
