using Hebb.Lab.Figures;
using Hebb.Lab.Runs;
using Hebb.Lab.Summaries;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Training;

/// <summary>The learning curves of runs over environment steps.</summary>
internal static class TrainingCurve
{
    /// <summary>
    /// The mean return of the last episodes of each run, as it stood at steps that all runs share. It begins where the
    /// last of the runs has ended its first episode; null where one never has.
    /// </summary>
    public static CurveBand? Of(IReadOnlyList<TrainedRun> runs)
    {
        if (runs.Any(run => run.Episodes.IsEmpty))
        {
            return null;
        }

        var first = runs.Max(run => run.Episodes[0].EnvironmentSteps);
        var last = Math.Max(first, runs.Max(run => run.Record.StepsTaken));
        double[] places =
        [
            .. Enumerable
                .Range(0, CurveBand.MostPlaces)
                .Select(place => first + ((double)(last - first) * place / (CurveBand.MostPlaces - 1))),
        ];
        return CurveBand.Of(
            places,
            [.. runs.Select(run => At(places, run))],
            [.. runs.Select(run => (double?)run.Record.DivergedAt)]
        );
    }

    private static double[] At(double[] places, TrainedRun run)
    {
        var means = new double[run.Episodes.Length];
        SlidingMean.Compute([.. run.Episodes.Select(episode => episode.Return)], Criteria.Window, means);
        var values = new double[places.Length];
        var episode = 0;
        for (var place = 0; place < places.Length; place++)
        {
            while (episode + 1 < means.Length && run.Episodes[episode + 1].EnvironmentSteps <= places[place])
            {
                episode++;
            }

            values[place] = means[episode];
        }

        return values;
    }
}
