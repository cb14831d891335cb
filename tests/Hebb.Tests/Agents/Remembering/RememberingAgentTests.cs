using Hebb.Agents;
using Hebb.Agents.Ppo;
using Hebb.Agents.Remembering;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Environments.Memory;
using Hebb.Environments.Memory.Options;
using Hebb.Memory;
using Hebb.Numerics;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Tests.Agents.Remembering;

/// <summary>Memories as inputs of agents that have none of their own.</summary>
public sealed class RememberingAgentTests
{
    private static readonly MemorySettings Latches = new() { Latches = new LatchSettings { Units = 8 } };

    [Theory]
    [InlineData("dqn-ep", 6000)]
    [InlineData("ppo-ep", 20_000)]
    public void With_latches_an_agent_answers_what_was_shown_at_the_start(string name, long steps)
    {
        Assert.InRange(Answers(Latches), 0.8, 1);
        Assert.InRange(Answers(memory: null), -0.5, 0.5);

        double Answers(MemorySettings? memory)
        {
            IParallelAgent agent = Agent(name, settings => With(settings, memory), steps);
            var loop = new TrainingLoop(agent, Chain, seed: 2);
            loop.Run(steps);
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

    [Fact]
    public void The_last_observation_of_a_cut_episode_is_read_with_its_memory_and_the_next_one_without()
    {
        // In float32 such sums never fade: what is read after an observation is its episode's sum.
        var traces = new ObservationTraceSettings
        {
            Count = 1,
            Shortest = 1e9,
            Longest = 1e9,
        };
        var recorder = new Recorder();
        var agent = new RememberingAgent(
            recorder,
            new MemoryBank(new MemorySettings { Traces = traces }, 1, 1, new Pcg64(1))
        );
        Act(1, 10);
        Assert.Equal([1, 1, 10, 10], recorder.Acted);
        Observe([2, 20], [0, 0], truncated: [false, false]);
        Assert.Equal([2, 3, 20, 30], recorder.Observed);
        Act(2, 20);
        Assert.Equal([2, 3, 20, 30], recorder.Acted);

        // The first is cut after an observation of 5, and begins anew with one of 7; the second goes on.
        Observe([7, 40], [5, 0], truncated: [true, false]);
        Assert.Equal([5, 8], recorder.Final[..2]);
        Assert.Equal([7, 7, 40, 70], recorder.Observed);
        Act(7, 40);
        Assert.Equal([7, 7, 40, 70], recorder.Acted);

        // Acted on is what is shown, where a program did not know it before.
        Observe([0, 50], [3, 0], truncated: [true, false]);
        Assert.Equal([3, 10], recorder.Final[..2]);
        Act(4, 50);
        Assert.Equal([4, 4, 50, 120], recorder.Acted);

        void Act(params float[] observations) => agent.Act(new ReadOnlyMatrixSpan<float>(observations, 1), new int[2]);

        void Observe(float[] observations, float[] last, bool[] truncated) =>
            agent.Observe(
                new ParallelSteps
                {
                    Observations = new ReadOnlyMatrixSpan<float>(observations, 1),
                    FinalObservations = new ReadOnlyMatrixSpan<float>(last, 1),
                    Rewards = [0, 0],
                    Terminated = [false, false],
                    Truncated = truncated,
                }
            );
    }

    private static ISettings With(ISettings settings, MemorySettings? memory)
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

    /// <summary>Keeps what it was shown last, of two environments.</summary>
    private sealed class Recorder : IParallelAgent
    {
        public int EnvironmentCount => 2;

        public bool IsFinite => true;

        public float[] Acted { get; private set; } = [];

        public float[] Observed { get; private set; } = [];

        public float[] Final { get; private set; } = [];

        public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions) => Acted = Both(observations);

        public void Observe(in ParallelSteps steps)
        {
            Observed = Both(steps.Observations);
            Final = Both(steps.FinalObservations);
        }

        public void VisitState(StateVisitor visitor) { }

        private static float[] Both(ReadOnlyMatrixSpan<float> rows) => [.. rows[0], .. rows[1]];
    }
}
