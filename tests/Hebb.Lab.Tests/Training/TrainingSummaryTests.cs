using System.Text;
using Hebb.Catalogues;
using Hebb.Lab.Configurations;
using Hebb.Lab.Runs;
using Hebb.Lab.Training;

namespace Hebb.Lab.Tests.Training;

public sealed class TrainingSummaryTests
{
    private static readonly AgentPlan Plan = new(
        ToyTraining.Catalogue[0],
        CatalogueSet.Standard.Environments.Find("CartPole-v0"),
        RunBudget.OfSteps(1000)
    );

    [Fact]
    public void Seeds_are_summed_up()
    {
        TrainingSummary summary = Summary();
        Assert.Equal(4, summary.Seeds);
        Assert.Equal(2, summary.Solved);
        Assert.Equal(700, summary.MedianSteps);
        Assert.Equal(150, summary.Last!.Value.Mean);
        Assert.Equal(10, summary.LastLowest);
        Assert.Equal(200, summary.Greedy!.Value.Mean);
        Assert.Equal(250, summary.MicrosecondsPerStep);
        Assert.Equal(195, summary.Environment.SolvedAt);
    }

    [Fact]
    public void A_mean_is_not_given_where_a_seed_has_none()
    {
        TrainedRun[] runs =
        [
            ToyTraining.Run(0, 10),
            ToyTraining.Run(1, 20, greedy: 5) with
            {
                Record = ToyTraining.Run(1, 20, greedy: 5).Record with { Last100 = null },
            },
        ];
        var summary = TrainingSummary.Of(Plan, [.. runs]);
        Assert.Null(summary.Greedy);
        Assert.Null(summary.Last);
        Assert.Null(summary.MedianSteps);
        Assert.Throws<ArgumentException>(() => TrainingSummary.Of(Plan, []));
    }

    [Fact]
    public void Tables_have_a_row_for_each()
    {
        Assert.Equal(
            "agent,twin,environment,steps,seeds,solved,median_steps_solved,last100_iqm,last100_low,last100_high,"
                + "last100_min,greedy_iqm,greedy_low,greedy_high,microseconds_per_step,diverged\n"
                + "toy,toy-twin,CartPole-v0,1000,4,2,700,150,10,200,10,200,200,200,250,0\n",
            Written(stream => TrainingTable.Write(stream, [Summary()]))
        );
        string[] runs = Written(stream => RunsTable.Write(stream, [Summary()])).TrimEnd('\n').Split('\n');
        Assert.Equal(5, runs.Length);
        Assert.Equal("toy,CartPole-v0,0,1000,1,,10,200,0.25,250,", runs[1]);
        Assert.Equal("toy,CartPole-v0,2,1000,1,600,200,200,0.25,250,", runs[3]);
    }

    [Fact]
    public void The_page_says_what_was_run_and_what_came_of_it()
    {
        AgentPlan plan = Plan;
        string page = Written(stream =>
            TrainingPage.Write(stream, plan, SeedSet.Range(0, 3), Summary(), "hebb train toy")
        );
        Assert.Contains("1,000 environment steps a run, seeds 0..3.", page, StringComparison.Ordinal);
        Assert.StartsWith("# The toy | agent in CartPole-v0\n", page, StringComparison.Ordinal);
        Assert.Contains("    hebb train toy\n", page, StringComparison.Ordinal);
        Assert.Contains(
            "| The toy \\| agent | 2/4 | 700 | 150.0 [10, 200] (1) | 10.0 | 200.0 [200, 200] | 250.0 | 0 |\n",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("| 0 | 1 | - | 10.0 (1) | 200.0 | 250.0 | - |\n", page, StringComparison.Ordinal);
        Assert.Contains("was at least 195 in CartPole-v0.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_of_solving_where_an_environment_has_no_threshold()
    {
        TrainingSummary summary = TrainingSummary.Of(
            Plan with
            {
                Place = CatalogueSet.Standard.Environments.Find("OpenLock-CC3-v0"),
            },
            [ToyTraining.Run(0, 10), ToyTraining.Run(1, 60)]
        );
        Assert.Equal("-", TrainingColumns.OfSummary[0].Cell(summary));
        Assert.Equal("2/4", TrainingColumns.OfSummary[0].Cell(Summary()));
    }

    private static TrainingSummary Summary() =>
        TrainingSummary.Of(
            Plan,
            [
                ToyTraining.Run(0, 10, greedy: 200),
                ToyTraining.Run(1, 100, greedy: 200),
                ToyTraining.Run(2, 200, solvedAt: 600, greedy: 200),
                ToyTraining.Run(3, 200, solvedAt: 800, greedy: 200),
            ]
        );

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
