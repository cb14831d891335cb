using ScottPlot.TickGenerators;

namespace Hebb.Lab.Figures;

/// <summary>The numbers beside an axis on which the logarithm to base 10 is drawn.</summary>
internal static class LogarithmicTicks
{
    // Over more powers of ten the numbers between them would run into each other.
    private const int MostDividedPowers = 4;
    private const int MostPowers = 10;

    /// <summary>Numbers from below one to above another: 1, 2 and 5 times powers of ten, or over many powers some of these.</summary>
    /// <param name="lowest">The one; above 0.</param>
    /// <param name="highest">The other; not below it.</param>
    public static double[] Around(double lowest, double highest)
    {
        var first = (int)Math.Floor(Math.Log10(lowest)) - 1;
        var last = (int)Math.Ceiling(Math.Log10(highest));
        var powers = last - first;
        double[] steps = powers > MostDividedPowers + 1 ? [1] : [1, 2, 5];
        var stride = 1 + (powers / MostPowers);
        return
        [
            .. Enumerable
                .Range(0, 1 + (powers / stride))
                .SelectMany(place => steps.Select(step => step * Math.Pow(10, first + (place * stride)))),
        ];
    }

    /// <summary>Powers of ten, those far from 1 as such.</summary>
    /// <param name="first">The first power.</param>
    /// <param name="last">The last; none are written where it is below the first.</param>
    /// <param name="stride">Powers that it does not divide are left out.</param>
    public static NumericManual Powers(double first, double last, int stride = 1)
    {
        int[] powers =
        [
            .. Enumerable
                .Range((int)first, Math.Max(0, (int)last - (int)first + 1))
                .Where(power => power % stride == 0),
        ];
        return new NumericManual(
            Array.ConvertAll(powers, power => (double)power),
            Array.ConvertAll(
                powers,
                power =>
                    power is >= -3 and <= 3 ? FormattableString.Invariant($"{Math.Pow(10, power):G4}") : $"1e{power}"
            )
        );
    }

    /// <summary>Has the numbers written at their logarithms.</summary>
    /// <param name="ticks">The numbers; above 0.</param>
    public static NumericManual Generator(double[] ticks) =>
        new(
            Array.ConvertAll(ticks, tick => Math.Log10(tick)),
            Array.ConvertAll(ticks, tick => tick.ToString("G4", CultureInfo.InvariantCulture))
        );
}
