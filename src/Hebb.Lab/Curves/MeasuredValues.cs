using Hebb.Lab.Catalogue;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;

namespace Hebb.Lab.Curves;

/// <summary>What a run measured of one kind, in the order in which it did.</summary>
/// <param name="Places">Where on an axis, in rising order.</param>
internal sealed record MeasuredValues(double[] Places, double[] Values)
{
    /// <summary>A column of a run's episodes, where it holds numbers.</summary>
    public static MeasuredValues OfColumn(RunTable episodes, CurveAxis axis, string column)
    {
        var values = episodes.Find(column) ?? [];
        int[] known = [.. Enumerable.Range(0, values.Length).Where(row => double.IsFinite(values[row]))];
        ImmutableArray<double> places = axis.PlacesOf(episodes);
        return new MeasuredValues(
            Array.ConvertAll(known, row => places[row]),
            Array.ConvertAll(known, row => values[row])
        );
    }

    /// <summary>The scalars of a tag, where they are numbers.</summary>
    /// <param name="episodes">Its episodes; null where it has none yet.</param>
    public static MeasuredValues OfTag(
        CataloguedRun run,
        RunScalars scalars,
        RunTable? episodes,
        CurveAxis axis,
        string tag
    )
    {
        ScalarEvent[] known =
        [
            .. scalars.Events.Where(scalar =>
                string.Equals(scalar.Tag, tag, StringComparison.Ordinal) && float.IsFinite(scalar.Value)
            ),
        ];
        return new MeasuredValues(
            Array.ConvertAll(known, scalar => axis.PlaceOf(scalar, episodes, run.Record.Begun)),
            Array.ConvertAll(known, scalar => (double)scalar.Value)
        );
    }
}
