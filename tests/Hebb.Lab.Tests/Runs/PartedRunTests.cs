using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Lab.Configurations.Sweeps;
using Hebb.Lab.Runs;
using Hebb.Lab.Sweeps;
using Hebb.Snapshots;

namespace Hebb.Lab.Tests.Runs;

/// <summary>Where a run pauses, and what is evaluated meanwhile, leaves no trace in it.</summary>
public sealed class PartedRunTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public static TheoryData<string> Agents => [.. CatalogueSet.Standard.Agents.Names];

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Divergence_is_noted_at_the_same_step_however_the_run_was_parted()
    {
        // Between two episodes' ends, and just before a part of the budget ends.
        AgentPlan plan = ToyRuns.Plan(steps: 1000) with
        {
            CreateAgent = _ => new DivergingAgent(at: 299),
        };
        RunRecord whole = ToyRuns.Play(plan, _temporary.New("whole"));
        var runner = new SweepRunner(
            [new SweepTrial(0, [], plan)],
            [3],
            _ => _temporary.New("parts"),
            new SweepHalving { Factor = 2, First = 0.3 }
        );
        runner.Run(new RunOptions(), TestContext.Current.CancellationToken);
        string folder = Path.Combine(_temporary.New("parts"), "seed-3");
        Assert.InRange(whole.DivergedAt!.Value, 301, 400);
        Assert.Equal(whole.DivergedAt, RunFolder.ReadRecord(folder)!.DivergedAt);
        Assert.Equal(ToyRuns.Outcome(_temporary.New("whole")), ToyRuns.Outcome(folder));
    }

    [Theory]
    [MemberData(nameof(Agents))]
    public void Evaluating_an_agent_changes_nothing_of_it(string name)
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find(name);
        string environment = CatalogueSet.Standard.EnvironmentsOf(entry)[0];
        IEnvironment played = CatalogueSet.Standard.CreateEnvironment(entry, environment);
        IParallelAgent agent = entry.Create(new AgentTask(played.Specification, 1000, 1));
        if (agent is not (IGreedyAgent or IRememberingAgent))
        {
            return;
        }

        var loop = new TrainingLoop(agent, () => CatalogueSet.Standard.CreateEnvironment(entry, environment), 1, 1);
        loop.Run(300, long.MaxValue, _ => { }, TestContext.Current.CancellationToken);
        string before = Text(agent);
        GreedyEvaluation.Run(agent, played, 2, 1, TestContext.Current.CancellationToken);
        Assert.Equal(before, Text(agent));
    }

    [Fact]
    public void An_evaluation_at_the_end_of_the_budget_is_made_once()
    {
        AgentPlan plan = ToyRuns.Plan(steps: 2400, evaluationPeriod: 1200);
        ToyRuns.Play(plan, _temporary.New());
        string[] evaluated =
        [
            .. ToyRuns
                .Outcome(_temporary.New())
                .Where(line => line.Contains(" eval/mean_reward ", StringComparison.Ordinal))
                .Select(line => line.Split(' ')[0]),
        ];
        Assert.Equal(["1200", "2400"], evaluated);
    }

    private static string Text(IParallelAgent agent) =>
        string.Join(
            '\n',
            StateSnapshot.Of(agent).Entries.Select(entry => $"{entry.Name} {Convert.ToHexString(entry.Bytes.AsSpan())}")
        );
}
