using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Agents.Dqn;
using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Environments;
using Hebb.Numerics;
using Hebb.Relaxation;

namespace Hebb.Tests.Agents.Dqn;

public sealed class DqnAgentTests
{
    private const double RewardOfTheStep = 0.5;

    /// <summary>
    /// An agent whose memory holds one transition replays that alone: every update can be worked out beside it.
    /// </summary>
    [Theory]
    [InlineData("symmetric", true, false)]
    [InlineData("symmetric", false, true)]
    [InlineData("backprop", true, true)]
    [InlineData("backprop", true, false)]
    public void Updates_are_those_worked_out_by_hand(string estimator, bool isDouble, bool terminated)
    {
        const int batch = 4;
        const int updates = 30;
        DqnOptions options = Small(estimator) with
        {
            IsDouble = isDouble,
            BatchSize = batch,
            ReplayCapacity = 1,
            LearningStart = 1,
            UpdatePeriod = 1,
            ReturnSteps = 1,
            TargetRate = 0.2,
            RewardScale = 0.3,
            ValueOffset = 0.7,
        };
        AgentTask task = Task(steps: 100);
        var agent = new DqnAgent(task, options);
        Pcg64 start = RandomStreams.Initialization(task.Seed);
        var network = new NetworkApproximator(4, 2, batch, options.Approximator, start);
        var target = new NetworkApproximator(4, 2, batch, options.Approximator, start);
        network.Parameters.All.CopyTo(target.Parameters.Edit());

        float[] observation = [0.5f, -0.25f, 0.125f, 1];
        float[] next = [-0.5f, 0.75f, 1, -0.125f];
        var inputs = Repeated(observation, batch);
        var nextInputs = Repeated(next, batch);
        var cost = new TemporalDifferenceCost(options.HuberThreshold);
        for (var update = 1; update <= updates; update++)
        {
            var action = Play(agent, observation, next, terminated);

            ReadOnlySpan<float> chooser = (isDouble ? network : target).Evaluate(Rows(nextInputs))[0];
            var best = chooser[1] > chooser[0] ? 1 : 0;
            var value = target.Evaluate(Rows(nextInputs))[0][best] + 0.7f;
            var asked = (0.3f * (float)RewardOfTheStep) + ((terminated ? 0 : 0.99f) * value) - 0.7f;
            network.LearningRate = options.Approximator.Optimizer.LearningRate * (task.Steps - update) / task.Steps;
            network.Update(Rows(inputs), new ReadOnlyMatrixSpan<float>(Repeated([action, asked], batch), 2), cost);
            var following = target.Parameters.Edit();
            for (var index = 0; index < following.Length; index++)
            {
                following[index] = (0.8f * following[index]) + (0.2f * network.Parameters.All[index]);
            }

            AssertClose(network.Parameters.All, agent.Network.Parameters.All);
            AssertClose(target.Parameters.All, agent.Target.Parameters.All);
        }

        Assert.Equal(updates, agent.Updates);
    }

    [Theory]
    [InlineData(1, 10, 2, 46)]
    [InlineData(1, 10, 3, 31)]
    [InlineData(4, 10, 2, 46)]
    public void Updates_keep_their_period_however_many_environments(
        int environments,
        int start,
        int period,
        int updates
    )
    {
        DqnOptions options = Small("backprop") with
        {
            Environments = environments,
            LearningStart = start,
            UpdatePeriod = period,
        };
        DqnAgent agent = Trained(options, seed: 1, steps: 100);
        Assert.Equal(updates, agent.Updates);
    }

    [Theory]
    [InlineData("symmetric", 1)]
    [InlineData("symmetric", 3)]
    [InlineData("backprop", 3)]
    public void The_same_seed_gives_the_same_bits(string estimator, int environments)
    {
        DqnOptions options = Small(estimator) with { Environments = environments };
        DqnAgent agent = Trained(options, seed: 7, steps: 900);
        Assert.Equal(
            agent.Network.Parameters.All.ToArray(),
            Trained(options, seed: 7, steps: 900).Network.Parameters.All.ToArray()
        );
        Assert.NotEqual(
            agent.Network.Parameters.All.ToArray(),
            Trained(options, seed: 8, steps: 900).Network.Parameters.All.ToArray()
        );
    }

    [Fact]
    public void Greedy_evaluation_leaves_no_trace()
    {
        DqnOptions options = Small("symmetric");
        var interrupted = new DqnAgent(Task(2000), options);
        var loop = new TrainingLoop(interrupted, CartPole, 1);
        loop.Run(500);
        GreedyEvaluation.Run(interrupted, CartPole(), 3, 1);
        loop.Run(900);
        var other = new DqnAgent(Task(2000), options);
        new TrainingLoop(other, CartPole, 1).Run(900);
        Assert.Equal(other.Network.Parameters.All.ToArray(), interrupted.Network.Parameters.All.ToArray());
    }

    [Theory]
    [InlineData("symmetric", 1)]
    [InlineData("symmetric", 3)]
    [InlineData("backprop", 1)]
    public void A_step_allocates_nothing(string estimator, int environments)
    {
        var agent = new DqnAgent(Task(4000), Small(estimator) with { Environments = environments });
        var loop = new TrainingLoop(agent, CartPole, 1);
        loop.Run(1000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        loop.Run(2000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Diagnostics_are_means_since_they_were_last_taken()
    {
        var agent = new DqnAgent(Task(4000), Small("symmetric"));
        var values = new double[agent.DiagnosticNames.Length];
        agent.TakeDiagnostics(values);
        Assert.True(double.IsNaN(values[0]));
        new TrainingLoop(agent, CartPole, 1).Run(1000);
        agent.TakeDiagnostics(values);
        Assert.True(values[0] > 0 && double.IsFinite(values[1]));
        Assert.Equal(agent.Options.Exploration.Epsilon(1000), values[2]);
    }

    [Fact]
    public void Impossible_options_are_refused_by_name()
    {
        Refuses("Environments", options => options with { Environments = 0 });
        Refuses("Discount", options => options with { Discount = 1.1 });
        Refuses("ReturnSteps", options => options with { ReturnSteps = 0 });
        Refuses("HuberThreshold", options => options with { HuberThreshold = 0 });
        Refuses("ReplayCapacity", options => options with { ReplayCapacity = 0 });
        Refuses("LearningStart", options => options with { LearningStart = 0 });
        Refuses("BatchSize", options => options with { BatchSize = 0 });
        Refuses("UpdatePeriod", options => options with { UpdatePeriod = 0 });
        Refuses("TargetRate", options => options with { TargetRate = 0 });
        Refuses("RewardScale", options => options with { RewardScale = 0 });
        Refuses("ValueOffset", options => options with { ValueOffset = double.PositiveInfinity });

        static void Refuses(string name, Func<DqnOptions, DqnOptions> change)
        {
            var refusal = Assert.Throws<ArgumentException>(() => new DqnAgent(Task(1), change(new DqnOptions())));
            Assert.StartsWith(name, refusal.Message, StringComparison.Ordinal);
        }
    }

    private static int Play(DqnAgent agent, float[] observation, float[] next, bool terminated)
    {
        var action = new int[1];
        agent.Act(Rows(observation), action);
        agent.Observe(
            new ParallelSteps
            {
                Observations = Rows(terminated ? observation : next),
                Rewards = [RewardOfTheStep],
                Terminated = [terminated],
                Truncated = [false],
                FinalObservations = Rows(next),
            }
        );
        return action[0];
    }

    private static DqnAgent Trained(DqnOptions options, ulong seed, long steps)
    {
        var agent = new DqnAgent(Task(2000, seed), options);
        new TrainingLoop(agent, CartPole, seed).Run(steps);
        return agent;
    }

    private static DqnOptions Small(string estimator) =>
        new()
        {
            Approximator = new ApproximatorOptions
            {
                Network = new NetworkSettings { Hidden = [16] },
                Estimator = CatalogueSet.Standard.Estimators.Find(estimator),
                Phases = new PhaseSettings { FreeSweeps = 2, NudgedSweeps = 1 },
            },
            BatchSize = 8,
            LearningStart = 100,
            ReplayCapacity = 500,
            Exploration = new ExplorationOptions { Steps = 800, LongestRepeat = 5 },
        };

    private static AgentTask Task(long steps, ulong seed = 3) => new(CartPole().Specification, steps, seed);

    private static IEnvironment CartPole() => CatalogueSet.Standard.CreateEnvironment("CartPole-v0");

    private static ReadOnlyMatrixSpan<float> Rows(float[] numbers) => new(numbers, 4);

    private static float[] Repeated(float[] row, int times) =>
        [.. Enumerable.Repeat(row, times).SelectMany(one => one)];

    private static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var index = 0; index < expected.Length; index++)
        {
            Assert.Equal(expected[index], actual[index], 1e-4f);
        }
    }
}
