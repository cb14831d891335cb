#:project ../src/Hebb/Hebb.csproj
// An associative memory (Hopfield 1984): Hebbian correlations of four patterns are the weights between 64 units; damaged patterns settle
// to the whole ones, downhill in energy.
//
// It prints:
//   pattern 1: 10 of 64 units were wrong, 0 are after settling
//   pattern 2: 10 of 64 units were wrong, 0 are after settling
//   pattern 3: 10 of 64 units were wrong, 0 are after settling
//   pattern 4: 10 of 64 units were wrong, 0 are after settling
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

const int Units = 64,
    Wrong = 10;

// A network asks for an input; its weights stay 0 here.
var topology = new NetworkTopology(
    [
        new Layer("input", 1, LayerRole.Input, Activation.Linear),
        new Layer("memory", Units, LayerRole.Output, Activation.Tanh),
    ],
    [new Connection(0, 1), new Connection(1, 1)]
);
var network = new EnergyNetwork<float>(topology);
var random = new Pcg64(1);
float[][] patterns =
[
    .. Enumerable
        .Range(0, 4)
        .Select(_ => Enumerable.Range(0, Units).Select(_ => random.NextInteger(2) == 0 ? -1f : 1f).ToArray()),
];

// Units that were active together are connected: w_ij grows by s_i s_j, a little for every pattern.
MatrixSpan<float> weights = network.Parameters.EditWeights(1);
foreach (var pattern in patterns)
{
    for (var from = 0; from < Units; from++)
    {
        for (var to = 0; to < Units; to++)
        {
            weights[from][to] += from == to ? 0 : 3f / Units * pattern[from] * pattern[to];
        }
    }
}

var state = new NetworkState<float>(topology);
foreach (var (number, pattern) in patterns.Index())
{
    state.Reset();
    state.Clamp(network, new ReadOnlyMatrixSpan<float>([0f], 1));
    pattern.CopyTo(state.Outputs[0]);
    for (var unit = 0; unit < Wrong; unit++)
    {
        state.Outputs[0][unit * 6] *= -1;
    }

    var before = Differing(pattern, state.Outputs[0]);
    new GradientFlow(stepSize: 0.2, maxSteps: 1000, tolerance: 1e-5).Settle(network, state);
    Console.WriteLine(
        $"pattern {number + 1}: {before} of {Units} units were wrong, {Differing(pattern, state.Outputs[0])} are after settling"
    );
}

static int Differing(float[] pattern, ReadOnlySpan<float> units)
{
    var count = 0;
    for (var unit = 0; unit < pattern.Length; unit++)
    {
        count += pattern[unit] * units[unit] > 0 ? 0 : 1;
    }

    return count;
}
