using Hebb.Costs;

namespace Hebb.Tests.Costs;

public sealed class SquaredErrorTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_factor_that_is_not_positive_is_refused_by_name(double factor)
    {
        var made = Assert.Throws<ArgumentOutOfRangeException>(() => new SquaredError(factor));
        Assert.Equal("Factor", made.ParamName);
        Assert.Contains("a positive finite number is needed", made.Message, StringComparison.Ordinal);
        var changed = Assert.Throws<ArgumentOutOfRangeException>(() => SquaredError.Half with { Factor = factor });
        Assert.Equal("Factor", changed.ParamName);
    }

    [Fact]
    public void A_factor_scales_value_and_slope_alike()
    {
        var cost = new SquaredError(3);
        var slopes = new double[2];
        cost.Gradient<double>([1, 2], [2, 0], slopes);

        Assert.Equal(15, cost.Value<double>([1, 2], [2, 0]));
        Assert.Equal([-6, 12], slopes);
        Assert.Equal(new SquaredError(3), SquaredError.Whole with { Factor = 3 });
    }
}
