using System.Text.Json.Nodes;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Runs;
using Hebb.Lab.Sweeps;
using Hebb.Lab.Tests.Runs;
using Hebb.Lab.Training;

namespace Hebb.Lab.Tests.Sweeps;

/// <summary>A run is (configuration, seed) and nothing else: by whatever way it was described, beside whatever it was played.</summary>
public sealed class SweepAmongOthersTests : IDisposable
{
    private const string Content = """
        {
          // As a person writes it.
          "name": "same",
          "environment": { "name": "CartPole-v0" },
          "agent": { "name": "a2c-ep", "actor": { "network": { "hidden": [6] }, "estimator": { "beta": 0.3 } }, "critic": { "estimator": { "beta": 0.3 } }, },
          "budget": { "steps": 1500 },
          "evaluation": { "episodes": 2 },
          "seeds": "0..2",
          "sweep": { "grid": { "agent.beta": [0.1, 0.3], "agent.actor.hidden": [[6], [4, 4]] } },
        }
        """;

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void The_same_run_comes_to_the_same_by_every_way()
    {
        string path = _temporary.New("same.json");
        File.WriteAllText(path, Content);
        var file = ExperimentFile.Load(path, []);
        var set = ExperimentFile.Of(
            "a2c-ep",
            "CartPole-v0",
            [
                ("name", "same"),
                ("budget.steps", 1500),
                ("evaluation.episodes", 2),
                ("agent.actor.hidden", new JsonArray(6)),
                ("agent.actor.beta", 0.3),
                ("agent.critic.beta", 0.3),
            ]
        );
        Assert.Equal(file.Configuration.Hash, set.Configuration.Hash);
        string alone = Play("alone", file, [1], jobs: 1);
        string among = Play("among", file, [0, 1, 2], jobs: 3);
        string bySetting = Play("set", set, [1], jobs: 1);

        var trials = SweepTrials.Of(
            file,
            count: null,
            configuration => AgentPlan.Of((AgentConfiguration)configuration)
        );
        var runner = new SweepRunner(trials.Trials, [0, 1, 2], new RunStore(_temporary.New("sweep")).FolderOf, null);
        runner.Run(new RunOptions { Jobs = 3 }, TestContext.Current.CancellationToken);
        Assert.Equal(0, runner.Remaining);
        string sweep = new RunStore(_temporary.New("sweep")).FolderOf(AgentPlan.Of(file.AgentConfiguration), 1);

        string[] expected = ToyRuns.Outcome(alone);
        Assert.All((string[])[among, bySetting, sweep], folder => Assert.Equal(expected, ToyRuns.Outcome(folder)));
    }

    private string Play(string store, ExperimentFile file, ulong[] seeds, int jobs)
    {
        var plan = AgentPlan.Of(file.AgentConfiguration);
        var kept = new RunStore(_temporary.New(store));
        var experiment = new TrainingExperiment([plan], [.. seeds], kept.FolderOf);
        experiment.Run(new RunOptions { Jobs = jobs }, TestContext.Current.CancellationToken);
        return kept.FolderOf(plan, 1);
    }
}
