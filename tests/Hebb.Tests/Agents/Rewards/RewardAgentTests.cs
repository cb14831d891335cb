using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Agents.Reward;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Numerics;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Tests.Agents.Rewards;

public sealed class RewardAgentTests
{
    public static TheoryData<string> Names => ["reward-ep", "reward"];

    [Theory, MemberData(nameof(Names))]
    public void The_same_seed_has_the_same_bits_and_another_seed_others(string name)
    {
        var one = Trained(name, 3).Policy.Parameters;
        Assert.True(one.All.SequenceEqual(Trained(name, 3).Policy.Parameters.All));
        Assert.False(one.All.SequenceEqual(Trained(name, 4).Policy.Parameters.All));
    }

    [Theory, MemberData(nameof(Names))]
    public void Playing_greedily_changes_nothing_that_training_sees(string name)
    {
        RewardAgent plain = Agent(name, 3, 2000);
        RewardAgent evaluated = Agent(name, 3, 2000);
        TrainingLoop one = Loop(plain, name, 3);
        TrainingLoop other = Loop(evaluated, name, 3);
        one.Run(2000);
        other.Run(1000);
        GreedyEvaluation.Run(evaluated, Environment(name), 2, 3);
        other.Run(2000);

        Assert.True(plain.Policy.Parameters.All.SequenceEqual(evaluated.Policy.Parameters.All));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_step_allocates_nothing(string name)
    {
        TrainingLoop loop = Loop(Agent(name, 1, 10_000), name, 1);
        loop.Run(2000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        loop.Run(4000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Traces_begin_anew_with_an_episode_whatever_ended_it()
    {
        foreach (var (terminated, truncated) in new[] { (true, false), (false, true) })
        {
            var policy = new Recorded();
            var agent = new RewardAgent(policy, new RewardOptions { TraceDecay = 0.75 }, new Pcg64(1));
            Play(agent, 1, false, false);
            Play(agent, 1, terminated, truncated);
            Play(agent, 1, false, false);
            Play(agent, 1, false, false);

            Assert.Equal([0, 0.75f, 0, 0.75f], policy.Decays);
        }
    }

    [Fact]
    public void A_time_limit_has_no_error_and_an_end_has_one()
    {
        var policy = new Recorded();
        var options = new RewardOptions { TraceDecay = 0.75, LearningRate = 2 };
        var agent = new RewardAgent(policy, options, new Pcg64(1));
        Play(agent, 1, false, false);
        Play(agent, 1, false, true);
        Assert.Equal([0, 0], policy.Amounts);
        Play(agent, 1, true, false);

        // V = 1 / (1 - 0.75), and a reward is a quarter of that: 2 (1 - 4) / 4.
        Assert.Equal(-1.5f, policy.Amounts[2], 1e-6f);
    }

    [Fact]
    public void Until_the_first_error_every_episode_has_new_parameters()
    {
        var drawn = 0;
        var agent = new RewardAgent(new Recorded(), new RewardOptions(), new Pcg64(1), redraw: () => drawn++);
        for (var step = 0; step < 30; step++)
        {
            Play(agent, -0.1, terminated: false, truncated: step % 10 == 9);
        }

        Assert.Equal(3, drawn);
        Play(agent, -0.1, terminated: true, truncated: false);
        Assert.Equal(3, drawn);
        for (var step = 0; step < 30; step++)
        {
            Play(agent, -0.1, terminated: false, truncated: step % 10 == 9);
        }

        Assert.Equal(3, drawn);
    }

    [Fact]
    public void Scores_are_the_action_less_what_was_expected()
    {
        var policy = new Recorded();
        var agent = new RewardAgent(policy, new RewardOptions(), new Pcg64(1));
        var action = Play(agent, 1, false, false);

        // Logits 0 and log 3: pi = 1/4, 3/4.
        float[] expected = action == 0 ? [0.75f, -0.75f] : [-0.25f, 0.25f];
        Assert.Equal(expected[0], policy.Scores[0], 1e-6f);
        Assert.Equal(expected[1], policy.Scores[1], 1e-6f);
    }

    [Fact]
    public void An_annealed_rate_falls_in_a_line_to_nothing()
    {
        var policy = new Recorded();
        var options = new RewardOptions
        {
            TraceDecay = 0,
            LearningRate = 1,
            AnnealingSteps = 4,
        };
        var agent = new RewardAgent(policy, options, new Pcg64(1));
        Play(agent, 0, true, false);
        for (var step = 1; step < 6; step++)
        {
            var before = agent.Baseline.MeanReward;
            Play(agent, 10, true, false);
            var rate = Math.Max(0, 1 - (step / 4.0));
            Assert.Equal(rate * (10 - before), policy.Amounts[step], 1e-5);
        }
    }

    // What an action is followed by, in the mean over actions, is the gradient of the mean reward and of the entropy.
    [Fact]
    public void An_entropy_bonus_adds_the_gradient_of_the_entropy()
    {
        const double Bonus = 0.5;
        double[] rewards = [2, -1];
        double[] logits = [0, Math.Log(3)];
        var policy = new Recorded();
        var options = new RewardOptions
        {
            TraceDecay = 0,
            LearningRate = 1,
            EntropyBonus = Bonus,
        };
        var agent = new RewardAgent(policy, options, new Pcg64(1));
        var pay = new double[2];
        var scores = new float[2][];
        Play(agent, 0, true, false);
        while (scores.Contains(null))
        {
            var expected = agent.Baseline.MeanReward;
            var action = Play(agent, chosen => rewards[chosen], true, false, [0.5f, 0.25f]);
            pay[action] = policy.Amounts[^1] + expected;
            scores[action] = policy.Scores;
        }

        double[] probabilities = Softmax(logits);
        for (var logit = 0; logit < 2; logit++)
        {
            const double Step = 1e-5;
            var step = probabilities.Select((probability, action) => probability * pay[action] * scores[action][logit]);
            Assert.Equal((Value(logit, Step) - Value(logit, -Step)) / (2 * Step), step.Sum(), 1e-5);
        }

        double Value(int logit, double change)
        {
            var moved = (double[])logits.Clone();
            moved[logit] += change;
            return Softmax(moved)
                .Select((probability, action) => probability * (rewards[action] - (Bonus * Math.Log(probability))))
                .Sum();
        }
    }

    [Fact]
    public void Diagnostics_are_means_since_they_were_asked_for()
    {
        var agent = new RewardAgent(new Recorded(), new RewardOptions(), new Pcg64(1));
        var values = new double[agent.DiagnosticNames.Length];
        agent.TakeDiagnostics(values);
        Assert.Equal(double.NaN, values[1]);
        Play(agent, 1, false, false);
        Play(agent, 1, false, false);
        agent.TakeDiagnostics(values);
        Assert.Equal(20, values[0], 1e-9);
        Assert.Equal(0, values[1], 1e-12);
        Assert.Equal("entropy", agent.DiagnosticNames[2]);
        Assert.Equal(Math.Log(4) - (0.75 * Math.Log(3)), values[2], 1e-6);
    }

    [Fact]
    public void Options_that_are_not_possible_are_named()
    {
        Assert.Contains("TraceDecay: 1", Message(new RewardOptions { TraceDecay = 1 }), StringComparison.Ordinal);
        Assert.Contains("LearningRate: 0", Message(new RewardOptions { LearningRate = 0 }), StringComparison.Ordinal);
        Assert.Contains("BaselineRate: 2", Message(new RewardOptions { BaselineRate = 2 }), StringComparison.Ordinal);
        Assert.Contains(
            "AnnealingSteps: -1",
            Message(new RewardOptions { AnnealingSteps = -1 }),
            StringComparison.Ordinal
        );
        Assert.Contains("EntropyBonus: -1", Message(new RewardOptions { EntropyBonus = -1 }), StringComparison.Ordinal);
        Assert.Contains("Temperature: 0", Message(new FreeEnergyShape { Temperature = 0 }), StringComparison.Ordinal);
        Assert.Contains("Hidden: []", Message(new FreeEnergyShape { Hidden = [] }), StringComparison.Ordinal);
    }

    // Identity: an observation names the arm that pays. Chance is 1/3.
    [Theory, MemberData(nameof(Names))]
    public void It_learns_which_arm_pays_in_which_state(string name)
    {
        for (var seed = 0UL; seed < 5; seed++)
        {
            var network = FreeEnergyNetwork.Create(3, 3, new FreeEnergyShape(), RandomStreams.Initialization(seed));
            ITracedPolicy policy = string.Equals(name, "reward", StringComparison.Ordinal)
                ? new FeedforwardTrace(network)
                : new FusedFreeEnergyTrace(network, 1);
            var agent = new RewardAgent(policy, new RewardOptions(), RandomStreams.Policy(seed));
            var states = new Pcg64(seed);
            var paid = 0;
            for (var step = 0; step < 3000; step++)
            {
                var state = (int)(states.NextUInt64() % 3);
                var action = Play(agent, a => a == state ? 1 : 0, true, false, OneHot(state));
                paid += step >= 2500 && action == state ? 1 : 0;
            }

            Assert.True(paid > 400, $"seed {seed}: {paid} of 500");
        }
    }

    // Greedy returns of random policies are about 10 to 40. Of 20 seeds the medians of five were above 200.
    [Theory, MemberData(nameof(Names))]
    public void It_balances_the_pole(string name)
    {
        var means = new double[5];
        for (var seed = 0UL; seed < 5; seed++)
        {
            var agent = Agent(name, seed, 40_000);
            Loop(agent, name, seed).Run(40_000);
            means[seed] = GreedyEvaluation.Run(agent, Environment(name), 5, seed).Average();
        }

        Assert.True(means.Order().ElementAt(2) > 150, string.Join(", ", means));
    }

    private static int Play(RewardAgent agent, double reward, bool terminated, bool truncated) =>
        Play(agent, _ => reward, terminated, truncated, [0.5f, 0.25f]);

    private static int Play(
        RewardAgent agent,
        Func<int, double> reward,
        bool terminated,
        bool truncated,
        float[] observation
    )
    {
        var actions = new int[1];
        var rows = new ReadOnlyMatrixSpan<float>(observation, observation.Length);
        agent.Act(rows, actions);
        agent.Observe(
            new ParallelSteps
            {
                Observations = rows,
                Rewards = [reward(actions[0])],
                Terminated = [terminated],
                Truncated = [truncated],
                FinalObservations = rows,
            }
        );
        return actions[0];
    }

    private static float[] OneHot(int state)
    {
        var observation = new float[3];
        observation[state] = 1;
        return observation;
    }

    private static double[] Softmax(double[] logits)
    {
        var sum = logits.Sum(Math.Exp);
        return [.. logits.Select(logit => Math.Exp(logit) / sum)];
    }

    private static string Message(ISettings settings) =>
        Assert.Throws<ArgumentException>(() => SettingRules.Require(settings)).Message;

    private static RewardAgent Trained(string name, ulong seed)
    {
        RewardAgent agent = Agent(name, seed, 3000);
        Loop(agent, name, seed).Run(3000);
        return agent;
    }

    private static RewardAgent Agent(string name, ulong seed, long steps) =>
        (RewardAgent)
            CatalogueSet.Standard.Agents.Find(name).Create(new AgentTask(Environment(name).Specification, steps, seed));

    private static TrainingLoop Loop(RewardAgent agent, string name, ulong seed) =>
        new(agent, () => Environment(name), seed);

    private static IEnvironment Environment(string name) =>
        CatalogueSet.Standard.CreateEnvironment(CatalogueSet.Standard.Agents.Find(name), "CartPole-v1");

    /// <summary>Writes down what it is told; its logits are 0 and log 3.</summary>
    private sealed class Recorded : ITracedPolicy
    {
        public List<float> Decays { get; } = [];

        public List<float> Amounts { get; } = [];

        public float[] Scores { get; private set; } = [];

        public int InputSize => 2;

        public int ActionCount => 2;

        public Hebb.Networks.NetworkParameters<float> Parameters { get; } =
            new(Hebb.Learning.FreeEnergies.FusedFreeEnergies.Topology(2, 1, 2));

        public void Consider(ReadOnlySpan<float> observation, Span<float> logits) => Judge(observation, logits);

        public void Judge(ReadOnlySpan<float> observation, Span<float> logits)
        {
            logits[0] = 0;
            logits[1] = MathF.Log(3);
        }

        public void VisitState(StateVisitor visitor)
        {
            // It learns nothing.
        }

        public void Reinforce(ReadOnlySpan<float> score, float decay, float amount)
        {
            Scores = score.ToArray();
            Decays.Add(decay);
            Amounts.Add(amount);
        }
    }
}
