using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Lab.Configurations;
using Hebb.Lab.Runs;
using Hebb.Lab.Training;

namespace Hebb.Lab.Tests.Training;

/// <summary>An environment that is in no catalogue, in a plan made by a program.</summary>
public sealed class OwnEnvironmentTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Its_runs_are_summed_up_and_written()
    {
        EnvironmentEntry known = CatalogueSet.Standard.Environments.Find("CartPole-v0");
        var own = new EnvironmentEntry(
            known.Specification with
            {
                Name = "Own-v7",
                SolvedAt = 12.5,
            },
            known.Editions,
            known.CreateLimited
        );
        Assert.Null(CatalogueSet.Standard.Environments.TryFind("Own-v7"));
        var plan = new AgentPlan(CatalogueSet.Standard.Agents.Find("random"), own, RunBudget.OfSteps(2500));
        var experiment = new TrainingExperiment([plan], [3, 4], (_, seed) => _temporary.New($"seed-{seed}"));
        TrainingSummary summary = experiment.Run(new RunOptions { Jobs = 2 }).Single();
        Assert.Equal(("Own-v7", 12.5, 2), (summary.Environment.Name, summary.Environment.SolvedAt, summary.Seeds));
        Assert.NotNull(summary.Last);
        var seeds = SeedSet.Parse("3,4");
        foreach ((var name, Action<Stream> write) in TrainingResults.Files(plan, seeds, summary, "a program"))
        {
            using var stream = new MemoryStream();
            write(stream);
            Assert.True(stream.Length > 0, name);
            if (name is "summary.md" or "learning-curve.svg")
            {
                Assert.Contains(
                    "Own-v7",
                    System.Text.Encoding.UTF8.GetString(stream.ToArray()),
                    StringComparison.Ordinal
                );
            }
        }

        // What was played is found again.
        var again = new TrainingExperiment([plan], [3, 4], (_, seed) => _temporary.New($"seed-{seed}"));
        Assert.Equal(2, again.FinishedCount);
    }
}
