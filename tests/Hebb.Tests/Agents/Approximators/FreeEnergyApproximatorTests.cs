using Hebb.Agents.Approximators;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.FreeEnergies;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Agents.Approximators;

public sealed class FreeEnergyApproximatorTests
{
    private static readonly FreeEnergyOptions Options = new()
    {
        Network = new FreeEnergyShape
        {
            Hidden = [9],
            Temperature = 0.5,
            Start = new FreeEnergyStart { ActionBound = 0.7 },
        },
    };

    [Fact]
    public void Outputs_are_minus_the_free_energies_over_the_temperature()
    {
        var approximator = Make(Options);
        float[] inputs = [0.25f, -0.5f, 1, 0.75f];
        var exact = new SettledFreeEnergies<double>(approximator.Network.ConvertTo<double>(), new FixedPoint(1), 2);
        var expected = exact.Negated(new ReadOnlyMatrixSpan<double>([0.25, -0.5, 1, 0.75], 2));

        var found = approximator.Evaluate(new ReadOnlyMatrixSpan<float>(inputs, 2));

        for (var row = 0; row < 2; row++)
        {
            for (var action = 0; action < 3; action++)
            {
                Assert.Equal(expected[row][action] / 0.5, found[row][action], 1e-5);
            }
        }
    }

    // Adam's first step is the rate times the gradient over its size plus epsilon: with a great epsilon it shows the gradient.
    [Theory, InlineData(1, 1), InlineData(2, 1), InlineData(2, 0.5)]
    public void A_step_goes_down_the_gradient_of_the_mean_cost(int layers, double feedback)
    {
        var options = Options with
        {
            Network = Options.Network with
            {
                Hidden = layers == 1 ? [9] : [9, 5],
                Feedback = feedback,
                Start = Options.Network.Start with { Gain = 0.7 },
            },
            Relaxation = new FixedPointSettings { Tolerance = 1e-7 },
            Phase = new ClampedPhaseSettings { Sweeps = 500 },
        };
        const double epsilon = 1e3;
        var approximator = Make(options, new AdamSettings { LearningRate = epsilon, Epsilon = epsilon });
        EnergyNetwork<double> before = approximator.Network.ConvertTo<double>();
        float[] inputs = [0.25f, -0.5f, 1, 0.75f];
        float[] targets = [1, 0.5f, 0, -2];
        var cost = new PolicyGradientCost(readoutScale: 1, entropyBonus: 0.1);

        Estimate estimate = approximator.Update(
            new ReadOnlyMatrixSpan<float>(inputs, 2),
            new ReadOnlyMatrixSpan<float>(targets, 2),
            cost
        );

        Assert.Equal(Cost(before, options, cost, inputs, targets), estimate.Cost, 1e-4);
        var after = approximator.Parameters.ConvertTo<double>();
        for (var index = 0; index < after.All.Length; index++)
        {
            var kept = before.Parameters.All[index];
            const double step = 1e-5;
            before.Parameters.Edit()[index] = kept + step;
            var above = Cost(before, options, cost, inputs, targets);
            before.Parameters.Edit()[index] = kept - step;
            var below = Cost(before, options, cost, inputs, targets);
            before.Parameters.Edit()[index] = kept;
            if (kept != 0)
            {
                var gradient = (above - below) / (2 * step);
                Assert.Equal(-gradient, after.All[index] - kept, 2e-3 * (1 + Math.Abs(gradient)));
            }
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var approximator = Make(Options);
        Assert.Throws<ArgumentException>(() =>
            approximator.Update(
                new ReadOnlyMatrixSpan<float>(new float[4], 2),
                new ReadOnlyMatrixSpan<float>(new float[2], 2),
                new PolicyGradientCost()
            )
        );
        Assert.Throws<ArgumentException>(() => Make(Options.Shaped(shape => shape with { Feedback = 0.5 })));
    }

    [Fact]
    public void An_update_allocates_nothing()
    {
        var approximator = Make(Options);
        var inputs = new float[4];
        float[] targets = [1, 0.5f, 0, -2];
        var cost = new PolicyGradientCost();
        Once();
        Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Once();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Once() =>
            approximator.Update(
                new ReadOnlyMatrixSpan<float>(inputs, 2),
                new ReadOnlyMatrixSpan<float>(targets, 2),
                cost
            );
    }

    private static double Cost(
        EnergyNetwork<double> network,
        FreeEnergyOptions options,
        PolicyGradientCost cost,
        float[] inputs,
        float[] targets
    )
    {
        var energies = new SettledFreeEnergies<double>(network, new FixedPoint(1000, 1e-13, SweepOrder.Forward), 2);
        var negated = energies.Negated(new ReadOnlyMatrixSpan<double>([.. inputs.Select(x => (double)x)], 2));
        var sum = 0.0;
        for (var row = 0; row < 2; row++)
        {
            double[] logits = [.. negated[row].ToArray().Select(value => value / options.Network.Temperature)];
            sum += cost.Value<double>(logits, [targets[2 * row], targets[(2 * row) + 1]]);
        }

        return sum / 2;
    }

    private static FreeEnergyApproximator Make(FreeEnergyOptions options, OptimizerSettings? optimizer = null) =>
        new(2, 3, 2, options, optimizer ?? new AdamSettings(), new Pcg64(11));
}
