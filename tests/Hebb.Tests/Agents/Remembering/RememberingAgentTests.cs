using Hebb.Agents;
using Hebb.Agents.Dqn;
using Hebb.Agents.Ppo;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Environments.Memory;
using Hebb.Environments.Memory.Options;
using Hebb.Memory;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Tests.Agents.Remembering;

/// <summary>Memories as inputs of agents that have none of their own.</summary>
public sealed class RememberingAgentTests
{
    private static readonly MemorySettings Latches = new() { Latches = new LatchSettings { Units = 8 } };

    [Fact]
    public void With_latches_q_learning_answers_what_was_shown_at_the_start()
    {
        Assert.InRange(Answers(Latches), 0.8, 1);
        Assert.InRange(Answers(memory: null), -0.5, 0.5);

        static double Answers(MemorySettings? memory)
        {
            IParallelAgent agent = Agent("dqn-ep", settings => ((DqnOptions)settings) with { Memory = memory }, 6000);
            var loop = new TrainingLoop(agent, Chain, seed: 2);
            loop.Run(6000);
            return GreedyEvaluation.Run(agent, Chain(), 100, seed: 4).Average();
        }
    }

    [Fact]
    public void An_interrupted_run_goes_on_to_the_same_bits()
    {
        Func<TrainingLoop> create = () =>
            new TrainingLoop(
                Agent("ppo-ep", settings => ((PpoSettings)settings) with { Memory = Latches }, 3000),
                Chain,
                seed: 2
            );
        TrainingLoop whole = create();
        whole.Run(1500);
        var snapshot = StateSnapshot.Of(whole);
        TrainingLoop resumed = create();
        snapshot.RestoreTo(resumed);
        List<EpisodeEnd> expected = [];
        List<EpisodeEnd> played = [];
        whole.Run(3000, expected.Add);
        resumed.Run(3000, played.Add);
        Assert.Equal(expected, played);
    }

    [Theory]
    [InlineData("ppo")]
    [InlineData("reward-ep")]
    [InlineData("policy-ep")]
    [InlineData("dqn")]
    public void Memories_that_need_to_be_taught_are_refused(string agent)
    {
        var gates = Assert.Throws<ArgumentException>(() =>
            Agent(agent, settings => With(settings, new MemorySettings { Gates = new GateSettings() }), 100)
        );
        Assert.StartsWith("Memory.Gates.Learns: true; false is needed", gates.Message, StringComparison.Ordinal);
        var context = Assert.Throws<ArgumentException>(() =>
            Agent(agent, settings => With(settings, new MemorySettings { Context = new ContextSettings() }), 100)
        );
        Assert.StartsWith("Memory.Context: given; null is needed", context.Message, StringComparison.Ordinal);
        var frozen = new MemorySettings { Gates = new GateSettings { Learns = false } };
        Assert.True(Agent(agent, settings => With(settings, frozen), 100).IsFinite);
    }

    private static ISettings With(ISettings settings, MemorySettings memory)
    {
        ISettings changed = SettingRecord.Copy(settings);
        changed.GetType().GetProperty("Memory")!.SetValue(changed, memory);
        return changed;
    }

    private static IParallelAgent Agent(string name, Func<ISettings, ISettings> change, long steps)
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find(name);
        var task = new AgentTask(Chain().Specification, steps, Seed: 1);
        return entry.Settings!.Create(task, change(entry.Settings.For(task)));
    }

    private static TimeLimit<IEnvironment> Chain() =>
        new(new MemoryChain("MemoryLength-v0", new MemoryChainSettings { Length = 5 }), 100);
}
