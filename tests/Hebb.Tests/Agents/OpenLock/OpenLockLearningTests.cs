using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Agents.Ppo;
using Hebb.Agents.Reward;
using Hebb.Environments;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Tests.Agents.OpenLock;

/// <summary>Learning agents in one room of OpenLock: they fail when learning breaks without a word.</summary>
public sealed class OpenLockLearningTests
{
    private const int Trials = 120;
    private const int Judged = 20;

    // With random actions a trial takes 5062 attempts on average, so that nearly all end at the limit of 700; the optimum is 2.
    // From each of a hundred seeds it was below 6.
    [Fact]
    public void Policy_gradients_by_equilibrium_propagation_learn_a_room() =>
        Assert.InRange(
            LastAttempts(task =>
                PolicyAgents.Create(
                    task,
                    PpoSettings.Of(
                        new PpoOptions
                        {
                            Environments = 1,
                            RolloutSteps = 512,
                            Minibatch = 512,
                            Epochs = 8,
                            Discount = 0.7,
                            Lambda = 0.9,
                            EntropyBonus = 0.08,
                            ReadoutScale = 4,
                            ValueScale = 100,
                        },
                        TunedPpo.Shallow.For(task).Actor.Paced(1e-3)
                    )
                )
            ),
            2,
            20
        );

    // The same, without a critic and without nudging.
    [Fact]
    public void Free_energies_that_follow_the_reward_learn_a_room() =>
        Assert.InRange(
            LastAttempts(task =>
            {
                var network = FreeEnergyNetwork.Create(
                    task.ObservationSize,
                    task.ActionCount,
                    new FreeEnergyShape(),
                    RandomStreams.Initialization(task.Seed)
                );
                return new RewardAgent(
                    new FusedFreeEnergyTrace(network, temperature: 1),
                    new RewardOptions
                    {
                        LearningRate = 1e-3,
                        TraceDecay = 0.5,
                        EntropyBonus = 0.3,
                    },
                    RandomStreams.Policy(task.Seed)
                );
            }),
            2,
            20
        );

    // The mean attempts of the last trials.
    private static double LastAttempts(Func<AgentTask, IParallelAgent> create)
    {
        const ulong seed = 1;
        var options = new OpenLockOptions
        {
            Scenario = Scenario.Find("CC3"),
            Trial = Trial.Find("1"),
            Episode = EpisodeSpan.Trial,
            ObservesStep = true,
            ObservesAction = true,
            ObservesFound = true,
        };
        IEnvironment Create() => new OpenLockEnvironment(options);
        var task = new AgentTask(Create().Specification, Steps: long.MaxValue, seed);
        var attempts = new List<int>();
        new TrainingLoop(create(task), Create, seed).Run(
            long.MaxValue,
            Trials,
            episode => attempts.Add(episode.Length / options.Scenario.ActionsPerAttempt),
            TestContext.Current.CancellationToken
        );
        return attempts.TakeLast(Judged).Average();
    }
}
