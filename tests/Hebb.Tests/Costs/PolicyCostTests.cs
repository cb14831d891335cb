using CsCheck;
using Hebb.Costs;
using Hebb.Numerics;

namespace Hebb.Tests.Costs;

public sealed class PolicyCostTests
{
    private const double Step = 1e-5;

    private static readonly Gen<(double[] Outputs, int Action, double Advantage, double OldLogarithm)> Cases =
        from outputs in Gen.Double[-2, 2].Array[2, 5]
        from action in Gen.Int[0, outputs.Length - 1]
        from advantage in Gen.Double[-3, 3]
        from old in Gen.Double[-3, -0.01]
        select (outputs, action, advantage, old);

    public static TheoryData<double, double> Settings =>
        new()
        {
            { 1, 0 },
            { 8, 0 },
            { 3, 0.1 },
        };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Policy_gradient_is_the_slope_of_its_cost(double scale, double bonus) =>
        Cases.Sample(example =>
            Assert.Equal(
                0,
                LargestError(
                    new PolicyGradientCost(scale, bonus),
                    example.Outputs,
                    [example.Action, example.Advantage]
                ),
                1e-6
            )
        );

    [Fact]
    public void Chosen_logit_gradient_is_the_slope_of_its_cost() =>
        Cases.Sample(example =>
            Assert.Equal(
                0,
                LargestError(new ChosenLogitCost(3), example.Outputs, [example.Action, example.Advantage]),
                1e-6
            )
        );

    // What is subtracted is pi, whatever the action: kappa A (pi - onehot(a)) less -kappa A onehot(a).
    [Fact]
    public void What_the_policy_gradient_subtracts_is_the_policys_expectation() =>
        Cases.Sample(example =>
        {
            double[] target = [example.Action, example.Advantage];
            var chosen = Gradient(new ChosenLogitCost(3), example.Outputs, target);
            var gradient = Gradient(new PolicyGradientCost(3), example.Outputs, target);
            for (var output = 0; output < chosen.Length; output++)
            {
                var expected = 3 * example.Advantage * Math.Exp(LogProbability(example.Outputs, output, 3));
                Assert.Equal(expected, gradient[output] - chosen[output], 1e-10);
            }
        });

    [Theory]
    [MemberData(nameof(Settings))]
    public void Clipped_gradient_is_the_slope_of_its_cost_where_that_has_one(double scale, double bonus) =>
        Cases
            .Where(example => DistanceFromTheKink(example.Outputs, example.Action, example.OldLogarithm, scale) > 1e-3)
            .Sample(example =>
                Assert.Equal(
                    0,
                    LargestError(
                        new ClippedPolicyCost(scale, 0.2, bonus),
                        example.Outputs,
                        [example.Action, example.Advantage, example.OldLogarithm]
                    ),
                    1e-4
                )
            );

    [Fact]
    public void Clipped_cost_is_the_policy_gradient_where_the_policy_has_not_moved() =>
        Cases.Sample(example =>
        {
            var old = LogProbability(example.Outputs, example.Action, 2);
            var plain = Gradient(new PolicyGradientCost(2, 0.05), example.Outputs, [example.Action, example.Advantage]);
            var clipped = Gradient(
                new ClippedPolicyCost(2, 0.2, 0.05),
                example.Outputs,
                [example.Action, example.Advantage, old]
            );
            Assert.Equal(plain, clipped, (one, other) => Math.Abs(one - other) < 1e-12);
        });

    [Theory]
    [InlineData(1, 0.5, true)]
    [InlineData(1, 1.3, false)]
    [InlineData(-1, 0.5, false)]
    [InlineData(-1, 1.3, true)]
    public void Nothing_more_is_gained_beyond_the_clip(double advantage, double ratio, bool moves)
    {
        double[] outputs = [0.3, -0.2];
        double[] target = [0, advantage, LogProbability(outputs, 0, 1) - Math.Log(ratio)];
        var gradient = Gradient(new ClippedPolicyCost(1, 0.2), outputs, target);
        Assert.Equal(moves, gradient[0] != 0);
        var expected = moves ? ratio * advantage : advantage * (advantage > 0 ? 1.2 : 0.8);
        Assert.Equal(-expected, new ClippedPolicyCost(1, 0.2).Value<double>(outputs, target), 1e-12);
    }

    [Fact]
    public void A_batch_is_its_rows()
    {
        var random = new Pcg64(1);
        ICost[] costs =
        [
            new ClippedPolicyCost(4, 0.2, 0.01),
            new PolicyGradientCost(4, 0.01),
            new ChosenLogitCost(4),
            SquaredError.Half,
        ];
        foreach (var cost in costs)
        {
            const int rows = 7;
            const int actions = 3;
            var width = cost.TargetSize(actions);
            var outputs = Numbers(random, rows * actions);
            var targets = Numbers(random, rows * width);
            for (var row = 0; row < rows; row++)
            {
                targets[row * width] = row % actions;
            }

            var gradients = new double[rows * actions];
            var sum = cost.Evaluate(
                new ReadOnlyMatrixSpan<double>(outputs, actions),
                new ReadOnlyMatrixSpan<double>(targets, width),
                new MatrixSpan<double>(gradients, rows, actions, actions)
            );
            var expected = 0.0;
            for (var row = 0; row < rows; row++)
            {
                var y = outputs[(row * actions)..((row + 1) * actions)];
                var target = targets[(row * width)..((row + 1) * width)];
                expected += cost.Value<double>(y, target);
                Assert.Equal(Gradient(cost, y, target), gradients[(row * actions)..((row + 1) * actions)]);
            }

            Assert.Equal(expected, sum, 1e-12);
        }
    }

    [Fact]
    public void Large_logits_overflow_nothing()
    {
        float[] outputs = [500, -500];
        float[] gradient = [0, 0];
        var cost = new ClippedPolicyCost(8, 0.2, 0.01);
        cost.Gradient<float>(outputs, [1, 1, -20], gradient);
        Assert.All(gradient, slope => Assert.True(float.IsFinite(slope)));
        Assert.True(float.IsFinite(cost.Value<float>(outputs, [1, 1, -20])));
    }

    [Fact]
    public void Impossible_settings_and_actions_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolicyGradientCost(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChosenLogitCost(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolicyGradientCost(1, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClippedPolicyCost(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClippedPolicyCost(1, 0));
        Assert.Throws<ArgumentException>(() => new PolicyGradientCost().Value<double>([1, 2], [2, 1]));
        Assert.Throws<ArgumentException>(() => new PolicyGradientCost().Value<double>([1, 2], [double.NaN, 1]));
    }

    private static double LargestError(ICost cost, double[] outputs, double[] target)
    {
        var gradient = Gradient(cost, outputs, target);
        var largest = 0.0;
        for (var output = 0; output < outputs.Length; output++)
        {
            var high = (double[])outputs.Clone();
            var low = (double[])outputs.Clone();
            high[output] += Step;
            low[output] -= Step;
            var slope = (cost.Value<double>(high, target) - cost.Value<double>(low, target)) / (2 * Step);
            largest = Math.Max(largest, Math.Abs(slope - gradient[output]) / (1 + Math.Abs(slope)));
        }

        return largest;
    }

    private static double[] Gradient(ICost cost, double[] outputs, double[] target)
    {
        var gradient = new double[outputs.Length];
        cost.Gradient<double>(outputs, target, gradient);
        return gradient;
    }

    private static double DistanceFromTheKink(double[] outputs, int action, double oldLogarithm, double scale)
    {
        var ratio = Math.Exp(LogProbability(outputs, action, scale) - oldLogarithm);
        return Math.Min(Math.Abs(ratio - 1.2), Math.Abs(ratio - 0.8));
    }

    private static double LogProbability(double[] outputs, int action, double scale) =>
        (scale * outputs[action]) - Math.Log(outputs.Sum(output => Math.Exp(scale * output)));

    private static double[] Numbers(Pcg64 random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextUniform(-1, 1))];
}
