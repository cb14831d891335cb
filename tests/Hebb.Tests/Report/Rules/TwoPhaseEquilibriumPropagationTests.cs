using Hebb.Costs;
using Hebb.Report.Rules;
using Hebb.Report.Shallow;
using Hebb.Tests.Networks;

namespace Hebb.Tests.Report.Rules;

public sealed class TwoPhaseEquilibriumPropagationTests
{
    private static readonly double[] Inputs = [0.3, 0.8];
    private static readonly double[] Target = [0.9];

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public void Estimate_tends_to_the_exact_gradient_at_first_order_in_beta(double factor)
    {
        var network = InteriorNetwork();
        var cost = new SquaredError(factor);
        var exact = ExactGradient(network, cost);

        var coarse = Distance(exact, Estimate(network, cost, 0.02));
        var fine = Distance(exact, Estimate(network, cost, 0.01));
        var finest = Distance(exact, Estimate(network, cost, 1e-5));

        var order = Math.Log2(coarse / fine);
        Assert.InRange(order, 0.9, 1.1);
        Assert.True(finest < 1e-4, $"relative error {finest} at beta 1e-5");
    }

    [Fact]
    public void Without_the_division_the_estimate_is_beta_times_as_large()
    {
        const double beta = 0.25;
        var network = InteriorNetwork();
        var divided = RandomNetworks.Numbers(Estimate(network, SquaredError.Half, beta));
        var whole = RandomNetworks.Numbers(Estimate(network, SquaredError.Half, beta, divideByBeta: false));

        RandomNetworks.AssertClose([.. divided.Select(number => beta * number)], whole, 1e-14);
    }

    [Fact]
    public void Descending_the_estimate_teaches_a_network_its_targets()
    {
        // The identity probe: y = x on [0.2, 0.8], within what clamped units can answer.
        var network = InteriorNetwork();
        var estimator = Estimator(network, SquaredError.Half, 0.1, divideByBeta: true);
        var state = new ShallowState<double>(network);
        double[] values = [0.2, 0.4, 0.6, 0.8];
        for (var pass = 0; pass < 2000; pass++)
        {
            foreach (var value in values)
            {
                var gradient = network.ZerosAlike();
                estimator.AddGradient(network, state, [value, 1 - value], [value], 1, gradient);
                network.Add(gradient, -0.2, -0.2);
            }
        }

        foreach (var value in values)
        {
            estimator.SettleFreely(network, state, [value, 1 - value]);
            Assert.Equal(value, state.Outputs[0], 0.05);
        }
    }

    [Fact]
    public void Settling_by_Adam_takes_its_moments_along()
    {
        var network = InteriorNetwork();
        var relaxation = new AdamOnUnits<double>(network, 0.1);
        var state = new ShallowState<double>(network);
        state.Clamp(network, Inputs);

        relaxation.Settle(network, state, 1, 0, SquaredError.Whole, default);

        // Adam's first step is the rate in the direction of the force, whatever its size.
        var drive = state.Drive[0];
        Assert.True(drive > 0);
        Assert.Equal(0.1, state.Hidden[0], 1e-6);

        // A unit at 1 is forced down: Adam anew would take it down by the rate, with old moments by less.
        var above = new ShallowState<double>(network);
        above.Clamp(network, Inputs);
        above.Hidden[0] = 1;
        relaxation.Settle(network, above, 1, 0, SquaredError.Whole, default);
        Assert.InRange(above.Hidden[0], 0.91, 1.1);

        var fresh = new ShallowState<double>(network);
        fresh.Clamp(network, Inputs);
        fresh.Hidden[0] = 1;
        new AdamOnUnits<double>(network, 0.1).Settle(network, fresh, 1, 0, SquaredError.Whole, default);
        Assert.Equal(0.9, fresh.Hidden[0], 1e-6);
    }

    [Fact]
    public void Phases_are_counted_and_those_that_did_not_settle()
    {
        var network = InteriorNetwork();
        var state = new ShallowState<double>(network);
        var estimator = new TwoPhaseEquilibriumPropagation<double>(
            network,
            new ShallowGradientFlow<double>(network, 0.5, 1e-4),
            new TwoPhaseOptions(0.5, SquaredError.Half, FreeSteps: 200, NudgedSteps: 1)
        );

        // The free phase comes to rest, the one step of the nudged phase moves the output away from it.
        estimator.AddGradient(network, state, Inputs, Target, 1, network.ZerosAlike());

        Assert.Equal(2, estimator.Phases);
        Assert.Equal(1, estimator.UnsettledPhases);
    }

    [Fact]
    public void Phases_that_cannot_teach_are_refused()
    {
        var network = InteriorNetwork();
        var flow = new ShallowGradientFlow<double>(network, 0.5);

        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new TwoPhaseEquilibriumPropagation<double>(network, flow, new(0, SquaredError.Half, 10, 10))
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new TwoPhaseEquilibriumPropagation<double>(network, flow, new(0.5, SquaredError.Half, 10, 0))
        );
    }

    // Biases keep every unit inside (0, 1), where the equilibrium is smooth in the parameters.
    private static ShallowParameters<double> InteriorNetwork()
    {
        var network = RandomNetworks.Network<double>((2, 6, 1, 3UL), 0.15);
        network.HiddenBiases[..6].Fill(0.4);
        network.OutputBiases[0] = 0.3;
        return network;
    }

    private static TwoPhaseEquilibriumPropagation<double> Estimator(
        ShallowParameters<double> network,
        SquaredError cost,
        double beta,
        bool divideByBeta
    ) =>
        new(
            network,
            new ShallowGradientFlow<double>(network, 0.5),
            new TwoPhaseOptions(beta, cost, FreeSteps: 200, NudgedSteps: 200, divideByBeta)
        );

    private static ShallowParameters<double> Estimate(
        ShallowParameters<double> network,
        SquaredError cost,
        double beta,
        bool divideByBeta = true
    )
    {
        var gradient = network.ZerosAlike();
        Estimator(network, cost, beta, divideByBeta)
            .AddGradient(network, new ShallowState<double>(network), Inputs, Target, 1, gradient);
        return gradient;
    }

    // The independent oracle: central differences of the cost at the settled output.
    private static ShallowParameters<double> ExactGradient(ShallowParameters<double> network, SquaredError cost) =>
        RandomNetworks.Derivative(
            network,
            () =>
            {
                var state = new ShallowState<double>(network);
                state.Clamp(network, Inputs);
                new ShallowGradientFlow<double>(network, 0.5).Settle(network, state, 400, 0, cost, default);
                var error = state.Outputs[0] - Target[0];
                return cost.Factor * error * error;
            }
        );

    private static double Distance(ShallowParameters<double> exact, ShallowParameters<double> estimate)
    {
        var difference = RandomNetworks
            .Numbers(exact)
            .Zip(RandomNetworks.Numbers(estimate), (left, right) => (left - right) * (left - right))
            .Sum();
        return Math.Sqrt(difference / RandomNetworks.Numbers(exact).Sum(number => number * number));
    }
}
