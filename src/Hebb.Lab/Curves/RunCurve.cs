using Hebb.Lab.Catalogue;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Curves;

/// <summary>The curve of one run: smoothed, where anything was measured.</summary>
/// <param name="Places">Where its values are, in rising order.</param>
/// <param name="End">The progress of the run, where its last value still holds.</param>
/// <param name="Diverged">Where the run diverged; null where it did not.</param>
internal sealed record RunCurve(double[] Places, double[] Values, double End, double? Diverged = null)
{
    /// <summary>Where the curve itself ends: with the run, or where it diverged, though not before its first value.</summary>
    public double Cut => Diverged is { } diverged ? Math.Max(diverged, Places[0]) : End;

    /// <summary>The curve of a run; null where the run has measured nothing of the kind yet.</summary>
    /// <param name="smooth">Over how many values, up to and including its own, each is a mean.</param>
    /// <param name="diverged">Where it diverged; null where it did not.</param>
    public static RunCurve? Of(
        CataloguedRun run,
        MeasuredValues measured,
        CurveAxis axis,
        int smooth,
        double? diverged = null
    )
    {
        if (measured.Values.Length == 0)
        {
            return null;
        }

        var values = new double[measured.Values.Length];
        SlidingMean.Compute(measured.Values, smooth, values);
        var last = measured.Places[^1];
        var end = axis == CurveAxis.EnvironmentSteps ? Math.Max(last, run.Record.StepsTaken) : last;
        return new RunCurve(measured.Places, values, end, diverged);
    }

    /// <summary>
    /// Its value at each of some places: the last one up to there; not a number before its first, after its end, and after it diverged
    /// unless it was measured since.
    /// </summary>
    /// <param name="places">The places, in rising order.</param>
    public double[] At(double[] places)
    {
        var row = -1;
        var values = new double[places.Length];
        foreach (var (index, place) in places.Index())
        {
            while (row + 1 < Places.Length && Places[row + 1] <= place)
            {
                row++;
            }

            values[index] = row < 0 || place > End || (place > Cut && Places[^1] <= Cut) ? double.NaN : Values[row];
        }

        return values;
    }

    /// <summary>The same without what came after it diverged.</summary>
    /// <param name="places">The places, in rising order.</param>
    public double[] Before(double[] places) =>
        [.. At(places).Zip(places, (value, place) => Diverged is null || place <= Cut ? value : double.NaN)];

    /// <summary>Where the cross of a run that diverged stands; null where it did not.</summary>
    public (double Place, double Value)? Cross => Diverged is null ? null : (Cut, At([Cut])[0]);
}
