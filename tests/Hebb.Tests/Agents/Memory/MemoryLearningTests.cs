using Hebb.Agents;
using Hebb.Agents.Memory;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Environments.Memory;
using Hebb.Environments.Memory.Options;
using Hebb.Environments.OpenLock;
using Hebb.Memory;
using Hebb.Snapshots;

namespace Hebb.Tests.Agents.Memory;

/// <summary>Agents with memories learn what needs one, and do not without: small probes that fail where learning breaks.</summary>
public sealed class MemoryLearningTests
{
    [Fact]
    public void A_turn_is_taken_by_what_was_shown_at_the_start()
    {
        Func<IEnvironment> maze = () => new TMaze(new TMazeSettings { Length = 5 });
        Assert.InRange(Greedy(Trained("memory-ep", maze, 8000), maze), 3.8, 4.001);
        Assert.InRange(Greedy(Trained("memory-ep", maze, 8000, WithoutMemory), maze), -2, 3);
    }

    [Fact]
    public void Cards_are_named_that_went_by()
    {
        Func<IEnvironment> cards = () =>
            RepeatedCards.OfPrevious(new RepeatPreviousSettings { K = 3, CardsPerSuit = 3 });
        Assert.InRange(Greedy(Trained("memory-ep", cards, 25_000), cards), 0.7, 1.001);
        Assert.InRange(Greedy(Trained("memory-ep", cards, 25_000, WithoutMemory), cards), -1, 0.1);
    }

    [Fact]
    public void Gates_learn_what_to_keep()
    {
        Func<IEnvironment> flags = () => new FlaggedRecall(new FlaggedRecallSettings { Length = 8 });
        Assert.InRange(Greedy(Trained("gates-ep", flags, 40_000), flags), 0.85, 1.001);
        var frozen = Greedy(
            Trained(
                "gates-ep",
                flags,
                40_000,
                settings =>
                    settings with
                    {
                        Memory = new MemorySettings { Gates = new GateSettings { Learns = false } },
                    }
            ),
            flags
        );
        Assert.InRange(frozen, -0.5, 0.75);
    }

    [Fact]
    public void Recall_finds_the_solutions_of_a_room_in_few_attempts()
    {
        Assert.InRange(Attempts(writes: true), 2, 3.6);
        Assert.InRange(Attempts(writes: false), 7, 30);

        static double Attempts(bool writes)
        {
            var ends = new List<EpisodeEnd>();
            Trained(
                "recall-ep",
                Room,
                15_000,
                settings => settings with { Recall = settings.Recall! with { Writes = writes } },
                ends.Add
            );
            return ends.TakeLast(100).Average(end => end.Length / 3.0);
        }
    }

    [Theory]
    [InlineData("memory-ep")]
    [InlineData("recall-ep")]
    public void Greedy_episodes_change_nothing_in_training(string agent)
    {
        List<EpisodeEnd> first = [];
        List<EpisodeEnd> second = [];
        TrainingLoop untouched = Played(first, evaluates: false);
        TrainingLoop evaluated = Played(second, evaluates: true);
        Assert.Equal(first, second);
        Assert.Equal(Bits(untouched), Bits(evaluated));

        TrainingLoop Played(List<EpisodeEnd> ends, bool evaluates)
        {
            (IParallelAgent learner, TrainingLoop loop) = New(agent, Room, 4000, settings => settings);
            for (var part = 1; part <= 4; part++)
            {
                loop.Run(1000 * part, ends.Add);
                if (evaluates)
                {
                    _ = GreedyEvaluation.Run(learner, Room(), 3, seed: 5);
                }
            }

            return loop;
        }
    }

    [Fact]
    public void A_policy_remembers_within_an_episode_and_forgets_at_its_beginning()
    {
        Func<IEnvironment> maze = () => new TMaze(new TMazeSettings { Length = 3 });
        var policy = new EvaluatedPolicy(Trained("memory-ep", maze, 6000), 3, samples: false);
        Assert.True(policy.Remembers);
        float[][] cues =
        [
            [0, 1, 1],
            [1, 1, 0],
        ];
        HashSet<int> turns = [];
        foreach (float[] cue in cues)
        {
            policy.Begin();
            _ = policy.Act(cue);
            _ = policy.Act([1, 0, 1]);
            _ = policy.Act([1, 0, 1]);
            turns.Add(policy.Act([0, 1, 0]));
        }

        // North after the one, south after the other, though the junction looks alike.
        Assert.Equal(2, turns.Count);
    }

    private static string[] Bits(TrainingLoop loop) =>
        [
            .. StateSnapshot
                .Of(loop)
                .Entries.Select(entry => $"{entry.Name} {Convert.ToHexString(entry.Bytes.AsSpan())}"),
        ];

    private static MemoryAgentSettings WithoutMemory(MemoryAgentSettings settings) =>
        settings with
        {
            Memory = new MemorySettings(),
        };

    private static OpenLockEnvironment Room() =>
        new(
            new OpenLockOptions
            {
                AttemptLimit = 30,
                Episode = EpisodeSpan.Trial,
                ObservesStep = true,
                ObservesFound = true,
            }
        );

    private static IParallelAgent Trained(
        string name,
        Func<IEnvironment> create,
        long steps,
        Func<MemoryAgentSettings, MemoryAgentSettings>? change = null,
        Action<EpisodeEnd>? ended = null
    )
    {
        (IParallelAgent agent, TrainingLoop loop) = New(name, create, steps, change ?? (settings => settings));
        loop.Run(steps, ended);
        return agent;
    }

    private static (IParallelAgent Agent, TrainingLoop Loop) New(
        string name,
        Func<IEnvironment> create,
        long steps,
        Func<MemoryAgentSettings, MemoryAgentSettings> change
    )
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find(name);
        var task = new AgentTask(create().Specification, steps, Seed: 1);
        var agent = new MemoryAgent(task, change((MemoryAgentSettings)entry.Settings!.For(task)));
        return (agent, new TrainingLoop(agent, () => Limited(create()), seed: 1));
    }

    private static double Greedy(IParallelAgent agent, Func<IEnvironment> create) =>
        GreedyEvaluation.Run(agent, Limited(create()), 100, seed: 3).Average();

    private static TimeLimit<IEnvironment> Limited(IEnvironment environment) =>
        new(environment, environment.Specification.StepLimit ?? 1000);
}
