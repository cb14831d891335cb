using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>What was found of a method, as a sentence to set beside what the report claims of it.</summary>
public static class Finding
{
    /// <summary>Puts a summary into words.</summary>
    public static string Of(MethodSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return string.Join("; ", Parts(summary)) + ".";
    }

    private static IEnumerable<string> Parts(MethodSummary summary)
    {
        if (summary.Episodes < Criteria.Window)
        {
            yield return Text(
                $"{Count(summary, summary.Seeds)} ran {summary.Episodes} of the {Criteria.Window} episodes that solving takes"
            );
        }
        else
        {
            var median = summary.MedianEpisodeSolved is { } episode ? Text($", at episode {episode:0} (median)") : "";
            yield return $"{Count(summary, summary.Solved)} solved{median}";
        }

        yield return $"mean return at best {summary.Best}, at last {summary.Last}";
        if (summary.Collapsed > 0)
        {
            yield return $"{Count(summary, summary.Collapsed)} collapsed";
        }

        if (summary.Diverged > 0)
        {
            yield return $"{Count(summary, summary.Diverged)} diverged (NaN or infinity)";
        }

        if (summary.UnsettledPhases is { } part)
        {
            yield return Text($"{100 * part:0.##} % of phases reached their step limit before the network had settled");
        }
    }

    private static string Count(MethodSummary summary, int count) =>
        Text($"{count} of {Counted.Text(summary.Seeds, "seed")}");

    private static string Text(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);
}
