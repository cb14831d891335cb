using CsCheck;
using Hebb.Costs;

namespace Hebb.Tests.Costs;

public sealed class TemporalDifferenceCostTests
{
    private static readonly Gen<(double[] Outputs, int Action, double Target, double Threshold)> Cases =
        from outputs in Gen.Double[-3, 3].Array[1, 5]
        from action in Gen.Int[0, outputs.Length - 1]
        from target in Gen.Double[-3, 3]
        from threshold in Gen.OneOf(Gen.Double[0.1, 4], Gen.Const(double.PositiveInfinity))
        select (outputs, action, target, threshold);

    [Fact]
    public void The_gradient_is_that_of_the_value() =>
        Cases.Sample(given =>
        {
            const double step = 1e-5;
            var cost = new TemporalDifferenceCost(given.Threshold);
            double[] target = [given.Action, given.Target];
            var gradient = Enumerable.Repeat(7.0, given.Outputs.Length).ToArray();
            cost.Gradient<double>(given.Outputs, target, gradient);
            for (var output = 0; output < given.Outputs.Length; output++)
            {
                var slope = (At(output, step) - At(output, -step)) / (2 * step);

                // Where the kink of the slope lies between, central differences are off by half a step.
                Assert.Equal(slope, gradient[output], 1.1 * step);
            }

            double At(int output, double by)
            {
                var moved = given.Outputs.ToArray();
                moved[output] += by;
                return cost.Value<double>(moved, target);
            }
        });

    [Fact]
    public void The_value_is_Hubers() =>
        Cases.Sample(given =>
        {
            var error = Math.Abs(given.Outputs[given.Action] - given.Target);
            var expected =
                error <= given.Threshold ? error * error / 2 : given.Threshold * (error - (given.Threshold / 2));
            var cost = new TemporalDifferenceCost(given.Threshold);
            Assert.Equal(expected, cost.Value<double>(given.Outputs, [given.Action, given.Target]), 1e-12);
        });

    [Fact]
    public void Single_precision_agrees_with_double() =>
        Cases.Sample(given =>
        {
            var cost = new TemporalDifferenceCost(given.Threshold);
            var outputs = given.Outputs.Select(output => (float)output).ToArray();
            var gradient = new float[outputs.Length];
            var exact = new double[outputs.Length];
            cost.Gradient<float>(outputs, [given.Action, (float)given.Target], gradient);
            cost.Gradient<double>(given.Outputs, [given.Action, given.Target], exact);
            Assert.All(gradient.Zip(exact), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
        });

    [Fact]
    public void A_row_asks_two_numbers() => Assert.Equal(2, new TemporalDifferenceCost().TargetSize(5));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_threshold_that_is_not_positive_is_refused(double threshold) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TemporalDifferenceCost(threshold));
}
