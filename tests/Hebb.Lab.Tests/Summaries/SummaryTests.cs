using System.Text;
using Hebb.Lab.Studies.Figure4;

namespace Hebb.Lab.Tests.Summaries;

public sealed class SummaryTests
{
    private static readonly MethodRun[] Runs =
    [
        Toy.Record(Toy.Repeat(200, 200), seed: 0),
        Toy.Record([.. Toy.Repeat(20, 100), .. Toy.Repeat(200, 100)], seed: 1),
        Toy.Record([.. Toy.Repeat(200, 100), .. Toy.Repeat(10, 100)], seed: 2),
        Toy.Record(Toy.Repeat(20, 200), seed: 3) with
        {
            DivergedAtEpisode = 7,
        },
    ];

    private static readonly MethodSummary Summary = MethodSummary.Of(Toy.Method("learner"), Runs);

    [Fact]
    public void A_method_is_summed_up_over_its_seeds()
    {
        Assert.Equal(4, Summary.Seeds);
        Assert.Equal(3, Summary.Solved);
        Assert.Equal(100, Summary.MedianEpisodeSolved);
        Assert.Equal(1, Summary.Collapsed);
        Assert.Equal(1, Summary.Diverged);

        // Best means 200, 200, 200, 20 and last means 200, 200, 10, 20, without one at either end.
        Assert.Equal(200, Summary.Best.Mean);
        Assert.Equal(110, Summary.Last.Mean);
        Assert.Equal(40000 + 22000 + 21000 + 4000, Summary.EnvironmentSteps);
        Assert.Equal(2, Summary.Seconds);
        Assert.Equal(43500, Summary.StepsPerSecond);
    }

    [Fact]
    public void Phases_that_did_not_settle_are_told_where_a_method_settles()
    {
        Assert.Null(Summary.UnsettledPhases);
        Assert.DoesNotContain("settled", Finding.Of(Summary), StringComparison.Ordinal);

        MethodSummary settling = MethodSummary.Of(
            Toy.Method("settling"),
            [Runs[0] with { UnsettledPhases = 0.001 }, Runs[1] with { UnsettledPhases = 0.004 }]
        );
        Assert.Equal(0.0025, settling.UnsettledPhases!.Value, 1e-12);
        Assert.Contains("0.25 % of phases", Finding.Of(settling), StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_table_has_a_row_a_method()
    {
        MethodSummary unsolved = MethodSummary.Of(Toy.Method("unsolved"), [Runs[3]]);
        var lines = Written(stream => SummaryTable.Write(stream, SummaryRow.Of([Summary, unsolved]))).Split('\n');
        Assert.Equal(
            "panel,role,method,seeds,solved,median_episode_solved,best100_iqm,best100_low,best100_high,"
                + "last100_iqm,last100_low,last100_high,collapsed,env_steps,seconds,steps_per_second",
            lines[0]
        );
        Assert.StartsWith("Policy EP,as published,learner,4,3,100,200,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",1,87000,2,43500", lines[1], StringComparison.Ordinal);
        Assert.Equal("Policy EP,as published,unsolved,1,0,,20,,,20,,,0,4000,0.5,8000", lines[2]);
        Assert.Equal("", lines[3]);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public void Returns_table_counts_episodes_from_one_and_adds_steps_up() =>
        Assert.Equal(
            """
            method,seed,episode,env_steps,episodic_return
            learner,3,1,23,23
            learner,3,2,32,9
            second,0,1,200,200

            """,
            Written(stream =>
                ReturnsTable.Write(stream, [Toy.Record([23, 9], seed: 3), Toy.Record([200], 0, "second")])
            )
        );

    [Fact]
    public void Finding_says_what_happened()
    {
        var finding = Finding.Of(Summary);
        Assert.StartsWith(
            "3 of 4 seeds solved, at episode 100 (median); mean return at best 200.0 [",
            finding,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "; 1 of 4 seeds collapsed; 1 of 4 seeds diverged (NaN or infinity).",
            finding,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "1 of 1 seed ran 5 of the 100 episodes that solving takes; mean return",
            Finding.Of(MethodSummary.Of(Toy.Method("short"), [Toy.Record(Toy.Repeat(9, 5))])),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Page_sets_the_claim_beside_the_finding()
    {
        var page = Written(stream =>
            SummaryPage.Write(
                stream,
                Toy.Configuration(seeds: 4, episodes: 200),
                SummaryRow.Of([Summary]),
                "hebb reproduce figure4 --seeds 0..3"
            )
        );
        Assert.Contains("    hebb reproduce figure4 --seeds 0..3\n", page, StringComparison.Ordinal);
        Assert.Contains("Seeds 5..8", page, StringComparison.Ordinal);
        Assert.Contains(
            $"| A rule \\| with a bar | It learns. | {Finding.Of(Summary)} |",
            page,
            StringComparison.Ordinal
        );
    }

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
