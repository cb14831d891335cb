using System.Text;
using System.Xml.Linq;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Comparisons;
using Hebb.Lab.Summaries;

namespace Hebb.Lab.Tests.Comparisons;

public sealed class ComparisonTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    private string Store => _temporary.New();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void The_better_configuration_is_probably_better()
    {
        Write("ppo-ep", level: 450, seeds: 6);
        Write("ppo", level: 200, seeds: 6);
        Comparison comparison = Compare("last100", "ppo");
        ComparedTask task = Assert.Single(comparison.Tasks);
        Assert.Equal(["ppo", "ppo-ep"], task.Rows.Select(row => row.Label), StringComparer.Ordinal);
        Assert.True(task.Rows[0].IsBaseline);
        Assert.Null(task.Rows[0].Improvement);
        Assert.Equal(1, task.Rows[1].Improvement!.Value.Probability);
        double[] scores = [.. task.Rows[1].Runs.Select(run => run.Record.Last100!.Value)];
        Assert.Equal(Estimate.Of(scores), task.Rows[1].Score);
        Assert.Equal(0, Compare("last100", "ppo-ep").Tasks[0].Rows[1].Improvement!.Value.Probability);
    }

    [Fact]
    public void Several_environments_are_compared_one_by_one_and_all_together()
    {
        foreach (string environment in new[] { "CartPole-v1", "Acrobot-v1" })
        {
            Write("ppo-ep", level: 450, seeds: 4, environment);
            Write("ppo", level: 200, seeds: 4, environment);
        }

        Write("dqn", level: 100, seeds: 2);
        Comparison comparison = Compare("last100", "ppo");
        Assert.Null(comparison.Note);
        Assert.Equal(
            ["CartPole-v1", "Acrobot-v1", null],
            comparison.Tasks.Select(task => task.Name),
            StringComparer.Ordinal
        );
        ComparedTask all = comparison.Tasks[^1];
        Assert.Equal(["ppo", "ppo-ep"], all.Rows.Select(row => row.Label), StringComparer.Ordinal);
        Assert.All(all.Rows, row => Assert.InRange(row.Score!.Value.Mean, 0, 1));
        Assert.All(all.Rows, row => Assert.Equal(2, row.Strata.Length));
        Assert.Equal(1, all.Rows[1].Improvement!.Value.Probability);
    }

    [Fact]
    public void An_environment_of_unknown_range_stands_for_itself()
    {
        Write("ppo", level: 200, seeds: 2);
        Write("ppo", level: 200, seeds: 2, "Pong-v5");
        Comparison comparison = Compare("last100");
        Assert.Equal(2, comparison.Tasks.Length);
        Assert.Contains("Pong-v5", comparison.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_without_a_score_are_counted_and_left_out()
    {
        Write("ppo", level: 200, seeds: 3);
        new SyntheticRun
        {
            Agent = "ppo",
            Name = "ppo",
            Level = 200,
            Seed = 9,
            Status = "failed",
            Progress = 0,
        }.Write(Store);
        new SyntheticRun
        {
            Agent = "dqn",
            Name = "dqn",
            Status = "failed",
            Progress = 0,
            DivergedAt = 3,
        }.Write(Store);
        ComparedTask task = Compare("last100", "ppo").Tasks[0];
        Assert.Equal(
            (4, 3, 1, 1),
            (task.Rows[0].Runs.Length, task.Rows[0].Finished, task.Rows[0].Failed, task.Rows[0].Unscored)
        );
        Assert.Null(task.Rows[1].Score);
        Assert.Null(task.Rows[1].Improvement);
        Assert.Equal(1, task.Rows[1].Diverged);
        Assert.NotEmpty(Written(new ComparisonFigure(Compare("last100")).WritePng));
        Assert.Contains(
            "dqn,dqn,",
            Encoding.UTF8.GetString(Written(stream => ComparisonTable.Write(stream, Compare("last100")))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_backprop_twin_is_the_baseline_where_there_is_exactly_one()
    {
        // First in the order of folders, and nobody's twin.
        Write("a2c-ep", level: 100, seeds: 2);
        Write("ppo-ep", level: 450, seeds: 2);
        Write("ppo", level: 200, seeds: 2);
        Assert.Equal("ppo", Compare("last100").Baseline, ignoreCase: false);
        Write("a2c", level: 200, seeds: 2);
        Assert.Null(Compare("last100").Baseline);
        Assert.Equal("a2c", Compare("last100", "a2c").Baseline, ignoreCase: false);
    }

    [Fact]
    public void Without_a_baseline_nothing_is_compared_with_one()
    {
        Write("ppo-ep", level: 450, seeds: 2);
        Write("dqn", level: 200, seeds: 2);
        Comparison comparison = Compare("last100");
        Assert.Null(comparison.Baseline);
        ComparedTask task = Assert.Single(comparison.Tasks);
        Assert.Equal(["ppo-ep", "dqn"], task.Rows.Select(row => row.Label), StringComparer.Ordinal);
        Assert.All(task.Rows, row => Assert.Null(row.Improvement));
        Assert.DoesNotContain(
            ComparisonColumns.Of(task, comparison.Metric),
            column => column.Name.Contains("better", StringComparison.Ordinal)
        );
        var svg = Encoding.UTF8.GetString(Written(new ComparisonFigure(comparison).WriteSvg));
        Assert.DoesNotContain("aseline", svg, StringComparison.Ordinal);
        Assert.Contains("2 runs", svg, StringComparison.Ordinal);
        Assert.NotEmpty(Written(stream => ComparisonTable.Write(stream, comparison)));
    }

    // It was compared with the first row there, whatever that was.
    [Fact]
    public void An_environment_without_the_baseline_has_none()
    {
        Write("ppo-ep", level: 450, seeds: 2);
        Write("ppo", level: 200, seeds: 2);
        Write("ppo-ep", level: 450, seeds: 2, "Acrobot-v1");
        Comparison comparison = Compare("last100");
        Assert.Equal([false, true], comparison.Tasks[..2].Select(task => task.HasBaseline).Order());
        Assert.NotEmpty(Written(new ComparisonFigure(comparison).WritePng));
        Assert.NotEmpty(Written(stream => ComparisonTable.Write(stream, comparison)));
    }

    [Fact]
    public void A_baseline_that_means_nothing_or_several_is_refused()
    {
        Write("ppo", level: 200, seeds: 1);
        new SyntheticRun
        {
            Agent = "ppo",
            Name = "ppo",
            Steps = 5000,
        }.Write(Store);
        Assert.Contains("foo is no configuration", Refused("foo"), StringComparison.Ordinal);
        Assert.Contains("ppo means several configurations", Refused("ppo"), StringComparison.Ordinal);
        Assert.Equal("steps=5000", Compare("last100", "steps=5000").Baseline, ignoreCase: false);
    }

    [Fact]
    public void The_picture_says_what_it_shows()
    {
        Write("ppo-ep", level: 450, seeds: 3);
        Write("ppo", level: 200, seeds: 1);
        var svg = Encoding.UTF8.GetString(Written(new ComparisonFigure(Compare("best100", "ppo")).WriteSvg));
        XDocument.Parse(svg);
        Assert.Contains("Best mean return of 100 consecutive training episodes", svg, StringComparison.Ordinal);
        Assert.Contains("Baseline: ppo", svg, StringComparison.Ordinal);
        Assert.Contains("P(better than the baseline)", svg, StringComparison.Ordinal);
    }

    private string Refused(string baseline) =>
        Assert.Throws<RecordException>(() => Compare("last100", baseline)).Message;

    private Comparison Compare(string metric, string? baseline = null) =>
        Comparison.Of(RunCatalogue.Read([Store], Store).Runs, ScoreMetric.Find(metric), baseline);

    private void Write(string agent, double level, int seeds, string environment = "CartPole-v1")
    {
        for (int seed = 0; seed < seeds; seed++)
        {
            new SyntheticRun
            {
                Agent = agent,
                Name = agent,
                Environment = environment,
                Level = level,
                Seed = seed,
            }.Write(Store, withEpisodes: false);
        }
    }

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
