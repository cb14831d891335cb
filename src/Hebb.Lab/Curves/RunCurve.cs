using Hebb.Lab.Catalogue;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Curves;

/// <summary>The curve of one run: smoothed, where anything was measured.</summary>
/// <param name="Places">Where its values are, in rising order.</param>
/// <param name="End">The progress of the run, where its last value still holds.</param>
internal sealed record RunCurve(double[] Places, double[] Values, double End)
{
    /// <summary>The curve of a run; null where the run has measured nothing of the kind yet.</summary>
    /// <param name="smooth">Over how many values, up to and including its own, each is a mean.</param>
    public static RunCurve? Of(CataloguedRun run, MeasuredValues measured, CurveAxis axis, int smooth)
    {
        if (measured.Values.Length == 0)
        {
            return null;
        }

        var values = new double[measured.Values.Length];
        SlidingMean.Compute(measured.Values, smooth, values);
        var last = measured.Places[^1];
        var end = axis == CurveAxis.EnvironmentSteps ? Math.Max(last, run.Record.StepsTaken) : last;
        return new RunCurve(measured.Places, values, end);
    }

    /// <summary>Its value at each of some places: the last one up to there; not a number before its first and after its end.</summary>
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

            values[index] = row < 0 || place > End ? double.NaN : Values[row];
        }

        return values;
    }
}
