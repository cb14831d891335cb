using Hebb.Agents;
using Hebb.Agents.Diagnostics;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Tests.Snapshots;

/// <summary>Training that was saved and restored gives bitwise identical results.</summary>
public sealed class ResumedTrainingTests
{
    private const long Task = 3000;

    public static TheoryData<string, string> Catalogue
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (AgentEntry entry in CatalogueSet.Standard.Agents)
            {
                foreach (
                    string environment in CatalogueSet
                        .Standard.EnvironmentsOf(entry)
                        .Where(name => name != "CartPole-v0" && PlayedEnvironments.Has(name))
                )
                {
                    pairs.Add(entry.Name, environment);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Catalogue))]
    public void Every_agent_goes_on_to_the_bit(string agent, string environment)
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find(agent);
        var random = new Pcg64((ulong)(agent.Length + (100 * environment.Length)));
        long first = 700 + random.NextInteger(900);
        long last = first + 300 + random.NextInteger(600);

        TrainingLoop whole = Loop(entry, environment, diagnoses: false);
        var expected = new List<EpisodeEnd>();
        whole.Run(first);
        var snapshot = StateSnapshot.Of(whole);
        whole.Run(last, expected.Add);

        TrainingLoop resumed = Loop(entry, environment, diagnoses: false);
        snapshot.RestoreTo(resumed);
        Assert.Equal(snapshot.Entries, StateSnapshot.Of(resumed).Entries, Same);
        var played = new List<EpisodeEnd>();
        resumed.Run(last, played.Add);
        Assert.Equal(expected, played);
        Assert.Equal(StateSnapshot.Of(whole).Entries, StateSnapshot.Of(resumed).Entries, Same);
    }

    [Theory]
    [InlineData("ppo-ep")]
    [InlineData("ppo-ep-2")]
    [InlineData("policy-ep")]
    [InlineData("dqn-ep")]
    [InlineData("reward-ep")]
    [InlineData("gru")]
    [InlineData("rflo")]
    [InlineData("memory-ep")]
    [InlineData("recall-ep")]
    public void What_an_agent_tells_goes_on_too(string agent)
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find(agent);
        (TrainingLoop Loop, IDiagnosed Agent) whole = Diagnosed(entry);
        whole.Loop.Run(1100);
        var snapshot = StateSnapshot.Of(whole.Loop);
        (TrainingLoop Loop, IDiagnosed Agent) resumed = Diagnosed(entry);
        snapshot.RestoreTo(resumed.Loop);
        whole.Loop.Run(1700);
        resumed.Loop.Run(1700);
        double[] expected = new double[whole.Agent.DiagnosticNames.Length];
        double[] told = new double[expected.Length];
        whole.Agent.TakeDiagnostics(expected);
        resumed.Agent.TakeDiagnostics(told);
        Assert.Equal(expected, told);
        Assert.Contains(told, double.IsFinite);
    }

    [Fact]
    public void Nothing_is_put_back_into_another_agent()
    {
        TrainingLoop small = Loop(CatalogueSet.Standard.Agents.Find("ppo-ep"), "CartPole-v1", diagnoses: false);
        var snapshot = StateSnapshot.Of(small);
        TrainingLoop deep = Loop(CatalogueSet.Standard.Agents.Find("ppo-ep-2"), "CartPole-v1", diagnoses: false);
        StateException refused = Assert.Throws<StateException>(() => snapshot.RestoreTo(deep));
        Assert.StartsWith("agent.actor.parameters.", refused.Message, StringComparison.Ordinal);
        TrainingLoop other = Loop(CatalogueSet.Standard.Agents.Find("dqn-ep"), "CartPole-v1", diagnoses: false);
        refused = Assert.Throws<StateException>(() => snapshot.RestoreTo(other));
        Assert.Contains(" is missing", refused.Message, StringComparison.Ordinal);
    }

    private static bool Same(StateEntry one, StateEntry other) =>
        one.Name == other.Name && one.Element == other.Element && one.Bytes.SequenceEqual(other.Bytes);

    private static TrainingLoop Loop(AgentEntry entry, string environment, bool diagnoses)
    {
        IEnvironment Create() => CatalogueSet.Standard.CreateEnvironment(entry, environment);
        IParallelAgent agent = entry.Create(
            new AgentTask(Create().Specification, Task, Seed: 5) { Diagnoses = diagnoses }
        );
        return new TrainingLoop(agent, Create, seed: 5);
    }

    private static (TrainingLoop Loop, IDiagnosed Agent) Diagnosed(AgentEntry entry)
    {
        IEnvironment Create() => CatalogueSet.Standard.CreateEnvironment(entry, "CartPole-v1");
        IParallelAgent agent = entry.Create(new AgentTask(Create().Specification, Task, Seed: 6) { Diagnoses = true });
        return (new TrainingLoop(agent, Create, seed: 6), (IDiagnosed)agent);
    }
}
