#:project ../src/Hebb/Hebb.csproj
// A gradient estimator of your own: the mean of two one-sided ones, nudged to both sides. Its error falls with the square of beta.
//
// It prints:
//   one-sided: half of beta, 1/2 of the error
//   both sides: half of beta, 1/4 of the error
using System.Numerics;
using Hebb.Analysis;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

var settled = new FixedPoint(maxSweeps: 5000, tolerance: 1e-12);
EnergyNetwork<double> network = EnergyNetwork
    .Layered([4, 16, 3], Activation.Tanh, Activation.Linear, seed: 5)
    .ConvertTo<double>();
double[] inputs = [0.5, -0.3, 0.8, 0.1],
    targets = [1, 0, -1];
Compare("one-sided", beta => new EquilibriumPropagation(Nudging.OneSided(beta), settled));
Compare("both sides", beta => new BothSides(beta, settled));

void Compare(string name, Func<double, IGradientEstimator> create) =>
    Console.WriteLine($"{name}: half of beta, 1/{Error(create(0.02)) / Error(create(0.01)):F0} of the error");

double Error(IGradientEstimator estimator)
{
    var batch = new Batch<double>(
        new ReadOnlyMatrixSpan<double>(inputs, 4),
        new ReadOnlyMatrixSpan<double>(targets, 3)
    );
    return GradientComparison
        .Of(network, estimator, batch, SquaredError.Half, tolerance: 1e-12, maxSweeps: 5000)
        .Agreement.RelativeError;
}

internal sealed class BothSides(double beta, FixedPoint relaxation) : IGradientEstimator
{
    private readonly EquilibriumPropagation _above = new(Nudging.OneSided(beta), relaxation);
    private readonly EquilibriumPropagation _below = new(Nudging.OneSided(-beta), relaxation);

    public string Name => "both-sides";

    public Estimate Estimate<T>(
        EnergyNetwork<T> network,
        PhaseStates<T> states,
        in Batch<T> batch,
        ICost cost,
        NetworkParameters<T> gradient
    )
        where T : unmanaged, INumberBase<T>
    {
        // Kept with the states, so that nothing is allocated after the first estimate.
        NetworkParameters<T> below = states.Workspace(state => new NetworkParameters<T>(state.Topology));
        _below.Estimate(network, states, batch, cost, below);
        Estimate estimate = _above.Estimate(network, states, batch, cost, gradient);
        Span<T> mean = gradient.Edit();
        for (var place = 0; place < mean.Length; place++)
        {
            mean[place] = (mean[place] + below.All[place]) / T.CreateChecked(2);
        }

        return estimate;
    }
}
