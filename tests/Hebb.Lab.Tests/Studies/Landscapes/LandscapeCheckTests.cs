using Hebb.Analysis;
using Hebb.Lab.Configurations;
using Hebb.Lab.Studies.Landscapes;

namespace Hebb.Lab.Tests.Studies.Landscapes;

public sealed class LandscapeCheckTests
{
    private static readonly LandscapeCheckOptions Small = new()
    {
        Depths = [1, 2],
        Feedbacks = [1, 0.03],
        Seeds = SeedSet.Range(0, 1),
        Steps = 512,
        Inputs = 6,
    };

    private static readonly Lazy<IReadOnlyList<LandscapeFinding>> Findings = new(() => LandscapeCheck.Run(Small));

    [Fact]
    public void Every_network_is_measured_before_and_after()
    {
        Assert.Equal(
            [
                (1, 1, 0ul, 0L),
                (1, 1, 0, 512),
                (1, 1, 1, 0),
                (1, 1, 1, 512),
                (1, 0.03, 0, 0),
                (1, 0.03, 0, 512),
                (1, 0.03, 1, 0),
                (1, 0.03, 1, 512),
                (2, 1, 0, 0),
                (2, 1, 0, 512),
                (2, 1, 1, 0),
                (2, 1, 1, 512),
                (2, 0.03, 0, 0),
                (2, 0.03, 0, 512),
                (2, 0.03, 1, 0),
                (2, 0.03, 1, 512),
            ],
            Findings.Value.Select(finding =>
                (finding.Case.Depth, finding.Case.Feedback, finding.Case.Seed, finding.Steps)
            )
        );
        Assert.All(Findings.Value, finding => Assert.Equal(finding.Steps == 0, finding.LastReturn is null));
        Assert.All(
            Findings.Value.Where(finding => finding.Steps > 0),
            finding => Assert.InRange(finding.LastReturn!.Value, 8, 200)
        );
    }

    [Fact]
    public void Strong_feedback_between_two_hidden_layers_is_multistable_and_weak_feedback_is_not()
    {
        var rows = LandscapeOverview.Of(Findings.Value).Where(row => row.Steps == 0).ToArray();
        LandscapeOverview One(int depth, double feedback) =>
            rows.Single(row => row.Depth == depth && row.Feedback.Equals(feedback));

        Assert.True(One(2, 1).Equilibria > 1.2);
        Assert.True(One(2, 1).ShareWithSeveral > 0.2);
        Assert.True(One(2, 1).OutputDistance > 0.01);
        Assert.True(One(2, 1).LargestFeedback > 2);
        Assert.InRange(One(2, 1).Degrees!.Value, 2, 90);
        Assert.True(One(2, 1).Residual > 0.01);
        Assert.Equal(1, One(2, 0.03).Equilibria);
        Assert.Equal(0, One(2, 0.03).ShareWithSeveral);
        Assert.InRange(One(2, 0.03).LargestFeedback!.Value, 0, 0.2);
        Assert.InRange(One(2, 0.03).Degrees!.Value, 0, 1);
        Assert.Equal(1, One(1, 1).Equilibria);
    }

    [Fact]
    public void A_limit_is_kept_and_leaves_one_equilibrium()
    {
        LandscapeCheckOptions limited = Small with
        {
            Depths = [2],
            Feedbacks = [1],
            FeedbackLimit = 0.45,
            Seeds = SeedSet.Range(0, 0),
        };
        var findings = LandscapeCheck.Run(limited);
        Assert.Equal(2, findings.Count);
        Assert.All(
            findings,
            finding =>
            {
                Assert.InRange(finding.Landscape.LargestFeedback, 0.1, 0.5);
                Assert.InRange(finding.Landscape.CouplingNorm, 0.3, 0.999);
                Assert.Equal(1, finding.Landscape.Equilibria.MeanCount);
            }
        );
    }

    [Fact]
    public void Phases_take_the_sweeps_and_the_nudging_asked_for()
    {
        LandscapeCheckOptions options = Small with
        {
            Depths = [2],
            Feedbacks = [1],
            Seeds = SeedSet.Range(0, 0),
            Steps = 256,
        };
        LandscapeCheckOptions longer = options with { FreeSweeps = 40, NudgedSweeps = 7, Beta = 0.05 };
        Assert.Equal(0.1, options.BetaOf(1));
        Assert.Equal(1, options.BetaOf(0.03));
        Assert.Equal(0.05, longer.BetaOf(0.03));
        Landscape before = LandscapeCheck.Run(options)[0].Landscape;
        Landscape settled = LandscapeCheck.Run(longer)[0].Landscape;
        Assert.Equal(5, before.Gradient.Estimate.Free.MeanSweeps);
        Assert.Equal(3, before.Gradient.Estimate.Nudged.MeanSweeps);
        Assert.Equal(40, settled.Gradient.Estimate.Free.MeanSweeps);
        Assert.Equal(7, settled.Gradient.Estimate.Nudged.MeanSweeps);
        Assert.True(settled.Residual < before.Residual);
    }

    [Fact]
    public void Results_do_not_depend_on_how_many_threads_measure()
    {
        LandscapeCheckOptions options = Small with { Depths = [2], Steps = 256 };
        Assert.Equal(Table(LandscapeCheck.Run(options, jobs: 1)), Table(LandscapeCheck.Run(options, jobs: 3)));
    }

    [Fact]
    public void The_table_has_a_row_for_each_finding_and_the_figure_draws_them()
    {
        var lines = Table(Findings.Value).TrimEnd('\n').Split('\n');
        Assert.Equal(1 + Findings.Value.Count, lines.Length);
        Assert.StartsWith("depth,feedback,seed,steps,equilibria,share_several,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1,1,0,0,1,0,0,0,", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(lines[0].Count(','.Equals), line.Count(','.Equals)));

        var figure = new LandscapeFigure(Small, Findings.Value);
        using var svg = new MemoryStream();
        figure.WriteSvg(svg);
        var drawn = System.Text.Encoding.UTF8.GetString(svg.ToArray());
        Assert.Contains("Why deep networks need weak feedback", drawn, StringComparison.Ordinal);
        Assert.Contains("2 hidden layers", drawn, StringComparison.Ordinal);
        using var png = new MemoryStream();
        figure.WritePng(png);
        Assert.True(png.Length > 1000);
    }

    [Fact]
    public void The_last_hundred_returns_decide_what_is_solved()
    {
        var returns = new LastReturns(threshold: 10);
        Assert.Null(returns.Mean);
        for (var episode = 0; episode < 99; episode++)
        {
            returns.Add(20, episode);
        }

        Assert.Null(returns.SolvedAt);
        returns.Add(20, 99);
        Assert.Equal(99, returns.SolvedAt);
        for (var episode = 100; episode < 150; episode++)
        {
            returns.Add(0, episode);
        }

        Assert.Equal(10, returns.Mean);
        Assert.Equal(99, returns.SolvedAt);
    }

    private static string Table(IReadOnlyList<LandscapeFinding> findings)
    {
        using var stream = new MemoryStream();
        LandscapeTable.Write(stream, Small, findings);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
