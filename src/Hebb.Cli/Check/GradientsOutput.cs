using System.Globalization;
using Hebb.Cli.Progress;
using Hebb.Lab.Runs;
using Hebb.Lab.Studies.Gradients;
using Hebb.Lab.Tables;
using Spectre.Console;

namespace Hebb.Cli.Check;

/// <summary>What a check tells the user: live on a terminal, plain lines everywhere else.</summary>
/// <param name="lines">Where lines are written; not the tables' console, which would wrap long paths.</param>
/// <param name="console">Where tables are written.</param>
/// <param name="view">Shows how it comes on.</param>
internal sealed class GradientsOutput(TextWriter lines, IAnsiConsole console, MeasurementProgressView view)
{
    /// <summary>The output that fits a terminal, or plain text.</summary>
    /// <param name="terminal">Where it is written.</param>
    public static GradientsOutput To(Terminal terminal)
    {
        var view = new MeasurementProgressView(
            terminal.Lines,
            terminal.IsLive ? terminal.Console : null,
            "combinations"
        );
        return new GradientsOutput(terminal.Lines, terminal.Console, view);
    }

    /// <summary>Says what is about to be done.</summary>
    /// <param name="options">What is checked.</param>
    public void Begin(GradientCheckOptions options) =>
        Line(
            $"{Counted.Text(options.Subjects.Count, "estimator")} on {Counted.Text(options.Topologies.Count, "topology", "topologies")}, {Counted.Text(options.Activations.Count, "activation")} and {Counted.Text(options.Costs.Count, "cost")}: {Counted.Text(options.Combinations.Count, "combination")}, {Counted.Text(options.Networks, "network")} of each."
        );

    /// <summary>Shows how it comes on; returns when it has ended, well or not.</summary>
    /// <param name="progress">How far it has come.</param>
    /// <param name="measuring">What is shown.</param>
    public void Follow(MeasurementProgress progress, Task measuring) => view.Follow(progress, measuring);

    /// <summary>Says that it was stopped.</summary>
    public void Stopped()
    {
        // A terminal shows ^C behind whatever stood on the line.
        Line($"");
        Line($"Stopped: no file was written.");
    }

    /// <summary>Shows what was found and where it is.</summary>
    /// <param name="options">What was checked.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="directory">Where the files are.</param>
    public void End(GradientCheckOptions options, IReadOnlyList<GradientFinding> findings, string directory)
    {
        var rows = GradientOverview.Of(findings).ToLookup(row => row.Subject.IsExact);
        WriteExact([.. rows[true]]);
        WriteEstimators(options, [.. rows[false]]);
        WriteRefusals(findings);
        WriteVerdict(findings);
        Line($"Written:");
        foreach (var name in GradientResults.FileNames)
        {
            Line($"  {Path.Combine(directory, name)}");
        }
    }

    private void WriteExact(IReadOnlyList<GradientOverview> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Line($"");
        console.Write(GradientsTable.CreateExact(rows));
        Line($"Worst relative distances of exact methods: recurrent-backprop to central-differences, these to");
        Line(
            $"backprop-through-sweeps, that to recurrent-backprop; backprop to central differences of the feedforward cost."
        );
        var worst = rows.Max(row => row.Error?.Worst ?? 0);
        Line($"Exact methods agree to {GradientsTable.Scientific(worst)}.");
    }

    private void WriteEstimators(GradientCheckOptions options, IReadOnlyList<GradientOverview> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var beta = GradientOverview.ReferenceBeta(options.Betas);
        Line($"");
        console.Write(GradientsTable.Create(rows, console.Profile.Width));
        Line(
            $"theory, order: the power of beta with which the error vanishes, expected and fitted; the median over all"
        );
        Line(
            $"networks. error: |g - g*| / |g*| at beta {beta}, median and worst; cosine, angle in degrees and equal signs there."
        );
    }

    private void WriteRefusals(IReadOnlyList<GradientFinding> findings)
    {
        var reasons = findings
            .Where(finding => finding.Verdict is GradientVerdict.Refused)
            .GroupBy(finding => ((GradientExpectation.Refusal)finding.Expectation).Reason, StringComparer.Ordinal)
            .ToArray();
        if (reasons.Length == 0)
        {
            return;
        }

        Line($"");
        Line($"Refused, as they should be:");
        foreach (var reason in reasons)
        {
            var who = string.Join(
                ", ",
                reason.Select(finding => finding.Subject.Name).Distinct(StringComparer.Ordinal)
            );
            Line($"  {reason.Key} ({Counted.Text(reason.Count(), "time")}):");
            Line($"    {who}");
        }
    }

    private void WriteVerdict(IReadOnlyList<GradientFinding> findings)
    {
        GradientFinding[] bad =
        [
            .. findings.Where(finding => finding.Verdict is GradientVerdict.Not or GradientVerdict.Unclear),
        ];
        var judged = findings.Count(finding =>
            finding.Verdict is not (GradientVerdict.Refused or GradientVerdict.NothingExpected)
        );
        Line($"");
        Line(
            bad.Length == 0
                ? (FormattableString)$"All as theory says: {judged} of {judged}."
                : $"Not all as theory says: {judged - bad.Length} of {judged}. The others are in orders.csv."
        );
    }

    private void Line(FormattableString text) => lines.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
