using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Tests.Runs;

/// <summary>Every agent of the catalogue, from its configuration to the agent that is kept.</summary>
public sealed class EveryAgentTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public static TheoryData<string> Agents => [.. CatalogueSet.Standard.Agents.Names];

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [MemberData(nameof(Agents))]
    public void It_is_played_kept_and_evaluated_as_it_was_at_its_end(string agent)
    {
        string environment = CatalogueSet.Standard.EnvironmentsOf(CatalogueSet.Standard.Agents.Find(agent))[^1];
        AgentConfiguration configuration = ExperimentFile
            .Of(agent, environment, [("budget.steps", 300), ("evaluation.episodes", 2)])
            .AgentConfiguration;
        var plan = AgentPlan.Of(configuration);
        string folder = _temporary.New();
        RunRecord record = ToyRuns.Play(plan, folder, seed: 4);
        Assert.Equal(RunStatus.Finished, record.Status);
        Assert.InRange(record.StepsTaken, 300, 400);
        var kept = KeptAgent.Open(folder);
        Assert.Equal(record.StepsTaken, kept.Steps);
        if (record.GreedyReturns is { } returns)
        {
            Assert.Equal(
                [.. returns],
                GreedyEvaluation.Run(
                    kept.Agent,
                    kept.Plan.CreateEnvironment(),
                    2,
                    4,
                    TestContext.Current.CancellationToken
                )
            );
        }
    }
}
