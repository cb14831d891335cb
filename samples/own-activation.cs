#:project ../src/Hebb/Hebb.csproj
// An activation of your own, u / sqrt(1 + u^2), compiled into the same kernels as the built-in ones: a network learns XOR with it.
//
// It prints:
//   within 2 degrees of the exact gradient: True
//   XOR is learned: 0 1 1 0
using System.Numerics;
using System.Runtime.Intrinsics;
using Hebb.Analysis;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Relaxation.Sweeps;

Activation root = Activation.Of<InverseRoot>("inverse-root", "u / sqrt(1 + u^2)");
EnergyNetwork<float> network = EnergyNetwork.Layered([2, 16, 1], root, Activation.Linear, seed: 3);
var estimator = new EquilibriumPropagation(
    Nudging.Symmetric(beta: 0.1),
    new FixedPoint(maxSweeps: 200, tolerance: 1e-6)
);
float[] inputs = [-1, -1, -1, 1, 1, -1, 1, 1],
    targets = [0, 1, 1, 0];
var agreement = GradientComparison.Of(network, estimator, Examples(), SquaredError.Half).Agreement;
Console.WriteLine($"within 2 degrees of the exact gradient: {agreement.Degrees < 2}");

var states = new PhaseStates<float>(network.Topology, capacity: 4);
var gradient = new NetworkParameters<float>(network.Topology);
var optimizer = new Adam<float>(gradient.All.Length, learningRate: 0.01);
for (var step = 0; step < 1000; step++)
{
    estimator.Estimate(network, states, Examples(), SquaredError.Half, gradient);
    optimizer.Step(network.Parameters.Edit(), gradient.All);
}

new SettledPrediction(new FixedPoint(200, 1e-6)).Predict(
    network,
    states.Free,
    new ReadOnlyMatrixSpan<float>(inputs, 2)
);
Console.WriteLine(
    $"XOR is learned: {string.Join(' ', Enumerable.Range(0, 4).Select(row => $"{Math.Abs(states.Free.Outputs[row][0]):F0}"))}"
);

Batch<float> Examples() => new(new ReadOnlyMatrixSpan<float>(inputs, 2), new ReadOnlyMatrixSpan<float>(targets, 1));

internal readonly struct InverseRoot : IActivation
{
    public static double Minimum => -1;
    public static double Maximum => 1;
    public static bool IsPiecewiseLinear => false;

    public static T Apply<T>(T unit)
        where T : IFloatingPointIeee754<T> => unit / T.Sqrt(T.One + (unit * unit));

    public static T Derivative<T>(T unit)
        where T : IFloatingPointIeee754<T>
    {
        var square = T.One + (unit * unit);
        return T.One / (square * T.Sqrt(square));
    }

    public static T DerivativeFromActivity<T>(T activity)
        where T : IFloatingPointIeee754<T>
    {
        var rest = T.Max(T.Zero, T.One - (activity * activity));
        return rest * T.Sqrt(rest);
    }

    public static T Inverse<T>(T activity)
        where T : IFloatingPointIeee754<T>
    {
        var margin = OpenRange.Margin<T>();
        var inside = T.Clamp(activity, margin - T.One, T.One - margin);
        return inside / T.Sqrt(T.One - (inside * inside));
    }

    // The integral of the inverse.
    public static T Potential<T>(T activity)
        where T : IFloatingPointIeee754<T> => T.One - T.Sqrt(T.Max(T.Zero, T.One - (activity * activity)));

    public static Vector<float> Apply(Vector<float> unit) =>
        unit / Vector.SquareRoot(Vector<float>.One + (unit * unit));

    public static Vector512<float> Apply(Vector512<float> unit) =>
        unit / Vector512.Sqrt(Vector512<float>.One + (unit * unit));

    public static Vector<float> Derivative(Vector<float> unit)
    {
        var square = Vector<float>.One + (unit * unit);
        return Vector<float>.One / (square * Vector.SquareRoot(square));
    }

    public static Vector<float> DerivativeFromActivity(Vector<float> activity)
    {
        var rest = Vector.Max(Vector<float>.Zero, Vector<float>.One - (activity * activity));
        return rest * Vector.SquareRoot(rest);
    }
}
