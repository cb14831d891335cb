using Hebb.Lab.Runs;
using Hebb.Lab.Training;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.Ablations.Figures;

/// <summary>How something that an agent tells of its learning goes over environment steps, the median over seeds.</summary>
internal static class CostCourse
{
    private const int Bins = 40;

    /// <summary>The course.</summary>
    /// <param name="value">Reads a number from what was told in an episode, by name.</param>
    /// <returns>Environment steps and the value around them, for each bin in which anything was told.</returns>
    public static (double Steps, double Value)[] Of(TrainingSummary summary, Func<Func<string, double>, double> value)
    {
        var width = (double)summary.Group.Steps / Bins;
        var means = summary.Runs.Select(run => OfRun(run, width, value)).ToArray();
        return
        [
            .. from bin in Enumerable.Range(0, Bins)
            let known = means.Select(run => run[bin]).Where(double.IsFinite).ToArray()
            where known.Length > 0
            select ((bin + 0.5) * width, Median.Of(known)),
        ];
    }

    private static double[] OfRun(TrainedRun run, double width, Func<Func<string, double>, double> value)
    {
        var sums = new double[Bins];
        var counts = new int[Bins];
        foreach (TrainedEpisode episode in run.Episodes)
        {
            var told = value(name =>
                run.DiagnosticNames.IndexOf(name) is >= 0 and var place ? episode.Diagnostics[place] : double.NaN
            );
            if (double.IsFinite(told))
            {
                var bin = Math.Min((int)(episode.EnvironmentSteps / width), Bins - 1);
                sums[bin] += told;
                counts[bin]++;
            }
        }

        return [.. sums.Zip(counts, (sum, count) => sum / count)];
    }
}
