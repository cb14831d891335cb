#:project ../src/Hebb/Hebb.csproj
// Is it a gradient? Estimates by equilibrium propagation beside the exact gradient, as the nudging gets weaker.
//
// It prints:
//   beta    angle to the exact gradient
//   0.1     6 degrees
//   0.01    0.05 degrees
//   0.001   0.0005 degrees
using System.Globalization;
using Hebb.Analysis;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

EnergyNetwork<double> network = EnergyNetwork
    .Layered([4, 32, 32, 2], Activation.Tanh, Activation.Linear, seed: 1)
    .ConvertTo<double>();
double[] inputs = [0.5, -0.3, 0.8, 0.1],
    targets = [1, -1];
var settled = new FixedPoint(maxSweeps: 5000, tolerance: 1e-12);
Console.WriteLine("beta    angle to the exact gradient");
foreach (var beta in (double[])[0.1, 0.01, 0.001])
{
    var estimator = new EquilibriumPropagation(Nudging.Symmetric(beta), settled);
    var batch = new Batch<double>(
        new ReadOnlyMatrixSpan<double>(inputs, 4),
        new ReadOnlyMatrixSpan<double>(targets, 2)
    );
    var comparison = GradientComparison.Of(
        network,
        estimator,
        batch,
        SquaredError.Half,
        tolerance: 1e-12,
        maxSweeps: 5000
    );
    Console.WriteLine(FormattableString.Invariant($"{beta, -8}{Rounded(comparison.Agreement.Degrees)} degrees"));
}

static double Rounded(double degrees) =>
    double.Parse(degrees.ToString("G1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
