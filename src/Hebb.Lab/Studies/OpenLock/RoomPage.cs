using System.Text;
using Hebb.Lab.Studies.OpenLock.Trials;
using Hebb.Lab.Summaries;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary><c>summary.md</c> of the study, for people.</summary>
internal static class RoomPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="effects">What training did.</param>
    /// <param name="command">The command line that makes these results.</param>
    public static void Write(
        Stream stream,
        RoomStudyOptions configuration,
        IReadOnlyList<RoomSummary> summaries,
        IReadOnlyList<TransferEffect> effects,
        string command
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(summaries);
        ArgumentNullException.ThrowIfNull(effects);
        var page = new StringBuilder();
        page.Append("# OpenLock: attempts to find all solutions\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Seeds {configuration.Seeds}. Made by\n\n    {command}\n\n");
        page.Append("![Attempts to find all solutions, by condition and learner](openlock.png)\n");
        foreach (var ofOne in summaries.GroupBy(row => row.Group.Protocol))
        {
            RoomSummary[] rows = [.. ofOne];
            page.Append(CultureInfo.InvariantCulture, $"\n## {Heading(ofOne.Key)}\n\n");
            RoomColumns.OfConditions(rows).AppendMarkdown(page, RoomColumns.LearnersOf(rows));
        }

        if (effects.Count > 0)
        {
            page.Append("\n## The effect of training in rooms with three levers\n\n");
            RoomColumns.OfEffects("learner, protocol").AppendMarkdown(page, effects);
        }

        AppendKnown(page);
        AppendDefinitions(page, summaries);
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static string Heading(RoomProtocol protocol) =>
        protocol.IsTransferTestedOnce
            ? $"People's protocol: {protocol.Description}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Learning protocol: {protocol.Description}; the last {protocol.EndIterations}"
            );

    private static void AppendKnown(StringBuilder page)
    {
        page.Append("\n## Published results\n\n");
        foreach (var finding in PublishedAttempts.Findings)
        {
            page.Append(CultureInfo.InvariantCulture, $"- {finding}\n");
        }

        page.Append(
            "\nMean attempts of people and of the published causal learner are given only in figures; none can be quoted.\n"
        );
    }

    private static void AppendDefinitions(StringBuilder page, IReadOnlyList<RoomSummary> summaries)
    {
        page.Append("\n## What the numbers mean\n\n");
        page.Append(
            "Attempts of a trial until all its solutions are found, or all that there are; interquartile mean over seeds, 95 % "
                + $"bootstrap interval (of {Criteria.LeastForInterval} seeds or more), and the number of seeds in which all solutions were found in every trial of the average. "
                + "By people's protocol those are the trials of the test, five rooms without training and one after it; by the "
                + "learning protocol those of the last tenth of the iterations. The effect of training is measured, by people's protocol, on the first trial of the "
                + "test, by the learning protocol on all its trials: `t` is Welch's t of the means; a difference above 0 means that the second term needs fewer attempts.\n\n"
        );
        foreach (RoomLearner learner in RoomColumns.LearnersOf(summaries))
        {
            page.Append(CultureInfo.InvariantCulture, $"- `{learner.Name}`: {learner.Title}\n");
        }
    }
}
