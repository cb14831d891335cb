using System.Globalization;
using CsCheck;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Tests.Tables;

public sealed class FittedDecimalsTests
{
    [Theory]
    [InlineData(0.9375, "0.938")]
    [InlineData(-5.25, "-5.25")]
    [InlineData(96.04, "96.0")]
    [InlineData(487.26, "487.3")]
    [InlineData(-12345.6, "-12346")]
    public void Decimals_fit_the_range(double number, string text) =>
        Assert.Equal(text, FittedDecimals.Text(number, [number, number / 2]));

    [Fact]
    public void Numbers_of_a_column_are_exact_to_one_in_a_hundred_of_their_range() =>
        Gen.Select(Gen.Double[-1, 1], Gen.Int[-1, 5])
            .Sample(
                (part, power) =>
                {
                    var greatest = Math.Pow(10, power);
                    var text = FittedDecimals.Text(part * greatest, [greatest]);
                    var read = double.Parse(text, CultureInfo.InvariantCulture);
                    Assert.InRange(
                        read,
                        (part * greatest) - (0.0051 * greatest),
                        (part * greatest) + (0.0051 * greatest)
                    );
                },
                seed: "0000Kcv0FiK2"
            );

    [Fact]
    public void Returns_within_one_and_their_intervals_are_no_whole_numbers()
    {
        var columns = new Columns<double[]>
        {
            { "mean", values => Estimate.Of(values), FittedDecimals.Fitted },
            { "least", values => values.Min(), FittedDecimals.Fitted },
        };
        var table = TextTable.Of(
            columns,
            [
                [0.25, 0.5, 0.5, 0.75, 1],
                [0.5],
            ]
        );
        Assert.Equal(["0.583 [0.333, 0.917]", "0.250"], table.Rows[0].Cells);
        Assert.Equal(["0.500", "0.500"], table.Rows[1].Cells);
    }

    [Fact]
    public void There_is_an_interval_from_four_values_on() =>
        Gen.Double[0, 500]
            .Array[1, 12]
            .Sample(
                values => Assert.Equal(values.Length >= 4, Estimate.Of(values).Interval.HasValue),
                seed: "0000Kcv0FiK2",
                iter: 100
            );
}
