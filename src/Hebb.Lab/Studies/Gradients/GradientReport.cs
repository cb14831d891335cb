using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>What a terminal shows of a check of gradients.</summary>
internal static class GradientReport
{
    /// <summary>Shows what was found.</summary>
    public static void Show(GradientCheckOptions options, IReadOnlyList<GradientFinding> findings, IStudyOutput output)
    {
        var rows = GradientOverview.Of(findings).ToLookup(row => row.Subject.IsExact);
        ShowExact([.. rows[true]], output);
        ShowEstimators(options, [.. rows[false]], output);
        ShowRefusals(findings, output);
        ShowVerdict(findings, output);
    }

    private static void ShowExact(IReadOnlyList<GradientOverview> rows, IStudyOutput output)
    {
        if (rows.Count == 0)
        {
            return;
        }

        output.Show(GradientOverviewTable.CreateExact(rows));
        output.Line($"Worst relative distances of exact methods: recurrent-backprop to central-differences, these to");
        output.Line(
            $"backprop-through-sweeps, that to recurrent-backprop; backprop to central differences of the feedforward cost."
        );
        var worst = rows.Max(row => row.Error?.Worst ?? 0);
        output.Line($"Exact methods agree to {GradientOverviewTable.Scientific(worst)}.");
    }

    private static void ShowEstimators(
        GradientCheckOptions options,
        IReadOnlyList<GradientOverview> rows,
        IStudyOutput output
    )
    {
        if (rows.Count == 0)
        {
            return;
        }

        var beta = GradientOverview.ReferenceBeta(options.Betas);
        output.Show(GradientOverviewTable.Create(rows));
        output.Line(
            $"theory, order: the power of beta with which the error vanishes, expected and fitted; the median over all"
        );
        output.Line(
            $"networks. error: |g - g*| / |g*| at beta {beta}, median and worst; cosine, angle in degrees and equal signs there."
        );
    }

    private static void ShowRefusals(IReadOnlyList<GradientFinding> findings, IStudyOutput output)
    {
        var reasons = findings
            .Where(finding => finding.Verdict is GradientVerdict.Refused)
            .GroupBy(finding => ((GradientExpectation.Refusal)finding.Expectation).Reason, StringComparer.Ordinal)
            .ToArray();
        if (reasons.Length == 0)
        {
            return;
        }

        output.Line($"");
        output.Line($"Refused, as they should be:");
        foreach (var reason in reasons)
        {
            var who = reason.Select(finding => finding.Subject.Name).Distinct(StringComparer.Ordinal);
            output.Line($"  {reason.Key} ({Counted.Text(reason.Count(), "time")}):");
            output.Line($"    {string.Join(", ", who)}");
        }
    }

    private static void ShowVerdict(IReadOnlyList<GradientFinding> findings, IStudyOutput output)
    {
        var bad = findings.Count(GradientStudy.IsBad);
        var judged = findings.Count(finding =>
            finding.Verdict is not (GradientVerdict.Refused or GradientVerdict.NothingExpected)
        );
        output.Line($"");
        output.Line(
            bad == 0
                ? (FormattableString)$"All as theory says: {judged} of {judged}."
                : $"Not all as theory says: {judged - bad} of {judged}. The others are in orders.csv."
        );
    }
}
