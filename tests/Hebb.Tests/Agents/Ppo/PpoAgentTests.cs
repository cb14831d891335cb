using System.Numerics.Tensors;
using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Agents.Ppo;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Settings;

namespace Hebb.Tests.Agents.Ppo;

public sealed class PpoAgentTests
{
    private static readonly PpoOptions Small = new()
    {
        Environments = 4,
        RolloutSteps = 16,
        Minibatch = 32,
        Epochs = 4,
        ReadoutScale = 8,
    };

    private static readonly ApproximatorOptions Shape = new()
    {
        Network = new NetworkSettings { Hidden = [16] },
        Optimizer = new AdamSettings { LearningRate = 2e-3, GradientNorm = 0.5 },
    };

    private static readonly string[] Exchanged = ["symmetric", "recurrent-backprop"];

    [Theory]
    [InlineData("symmetric", "clipped-policy")]
    [InlineData("backprop", "clipped-policy")]
    [InlineData("symmetric", "policy-gradient")]
    [InlineData("backprop", "policy-gradient")]
    public void It_learns_to_answer_with_what_it_observes(string estimator, string cost)
    {
        for (var seed = 0UL; seed < 3; seed++)
        {
            Run run = Start(seed, () => Identity(), Small with { Cost = cost }, Estimated(Shape, estimator));
            run.Loop.Run(6000);
            var greedy = GreedyEvaluation.Run(run.Agent, Identity(), 30, seed);
            Assert.Equal(30, greedy.Sum());
        }
    }

    [Theory]
    [InlineData("symmetric")]
    [InlineData("backprop")]
    public void It_finds_the_better_arm(string estimator)
    {
        for (var better = 0; better < 2; better++)
        {
            var arm = better;
            Run run = Start(
                (ulong)better,
                () => new ToyEnvironment(2, (_, action) => action == arm ? 1 : 0.5),
                Small,
                Estimated(Shape, estimator)
            );
            run.Loop.Run(3000);
            var returns = new List<double>();
            run.Loop.Run(3400, end => returns.Add(end.Return));
            Assert.InRange(returns.Average(), 0.9, 1);
        }
    }

    // The value of a reward of 1 at every step is 1 where each step ends the task, 1 / (1 - gamma) where it is cut short.
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void A_time_limit_does_not_end_the_value(bool isTruncated, double expected)
    {
        Run run = Start(
            1,
            () => new ToyEnvironment(2, (_, _) => 1, isTruncated),
            Small with
            {
                Discount = 0.5,
                AnnealsLearningRate = true,
            },
            Shape,
            steps: 12000
        );
        run.Loop.Run(12000);
        float[] observation = [1, 0];
        var value = run.Critic.Evaluate(new ReadOnlyMatrixSpan<float>(observation, 2))[0][0];
        Assert.Equal(expected, value, 0.1);
    }

    // The whole learner is the same; settled deep and nudged little, equilibrium propagation moves it as the exact gradient does.
    [Fact]
    public void Equilibrium_propagation_and_the_exact_gradient_are_exchanged_by_a_name()
    {
        ApproximatorOptions deep = Shape.Swept(60, 60).Nudged(0.05) with
        {
            Optimizer = new AdamSettings
            {
                LearningRate = 2e-3,
                GradientNorm = 0.5,
                Epsilon = 1,
            },
        };
        var moves = Exchanged
            .Select(estimator =>
            {
                Run run = Start(5, () => Identity(), Small, Estimated(deep, estimator));
                var before = run.Actor.Parameters.All.ToArray();
                run.Loop.Run(Small.RolloutSize);
                TensorPrimitives.Subtract(run.Actor.Parameters.All, before, before);
                return before;
            })
            .ToArray();
        Assert.InRange(TensorPrimitives.CosineSimilarity<float>(moves[0], moves[1]), 0.999f, 1.001f);
        Assert.InRange(TensorPrimitives.Norm<float>(moves[0]) / TensorPrimitives.Norm<float>(moves[1]), 0.98f, 1.02f);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_does_not()
    {
        var first = Learned(1);
        Assert.Equal(first, Learned(1));
        Assert.NotEqual(first, Learned(2));

        static float[] Learned(ulong seed)
        {
            Run run = Start(seed, () => Identity(), Small, Shape);
            run.Loop.Run(500);
            return run.Actor.Parameters.All.ToArray();
        }
    }

    [Fact]
    public void Looking_at_what_it_would_do_changes_nothing()
    {
        Run looked = Start(1, () => Identity(), Small, Shape);
        Run alone = Start(1, () => Identity(), Small, Shape);
        for (var steps = 40; steps < 400; steps += 40)
        {
            looked.Loop.Run(steps);
            alone.Loop.Run(steps);
            GreedyEvaluation.Run(looked.Agent, Identity(), 3, 1);
        }

        Assert.Equal(alone.Actor.Parameters.All.ToArray(), looked.Actor.Parameters.All.ToArray());
    }

    [Theory]
    [InlineData("symmetric")]
    [InlineData("backprop")]
    public void Nothing_is_allocated_after_the_first_updates(string estimator)
    {
        Run run = Start(
            1,
            () => CatalogueSet.Standard.CreateEnvironment(CatalogueSet.Standard.Agents.Find("ppo-ep"), "CartPole-v1"),
            Small with
            {
                AnnealsClip = true,
                AnnealsLearningRate = true,
            },
            Estimated(Shape, estimator)
        );
        run.Loop.Run(5 * Small.RolloutSize);
        var before = GC.GetAllocatedBytesForCurrentThread();
        run.Loop.Run(15 * Small.RolloutSize);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Annealed_rates_end_with_the_task()
    {
        Run run = Start(1, () => Identity(), Small with { AnnealsLearningRate = true }, Shape, steps: 256);
        run.Loop.Run(192);
        Assert.Equal(Shape.Optimizer.LearningRate / 2, run.Actor.LearningRate, 1e-12);
        run.Loop.Run(256);
        Assert.Equal(Shape.Optimizer.LearningRate / 4, run.Critic.LearningRate, 1e-12);
        var before = run.Actor.Parameters.All.ToArray();
        run.Loop.Run(512);
        Assert.Equal(before, run.Actor.Parameters.All.ToArray());
    }

    [Fact]
    public void Options_that_are_not_possible_are_refused_by_name()
    {
        Assert.Contains(nameof(PpoOptions.Epochs), Refusal(new PpoOptions { Epochs = 0 }), StringComparison.Ordinal);
        Assert.Contains(
            nameof(PpoOptions.Discount),
            Refusal(new PpoOptions { Discount = 1.1 }),
            StringComparison.Ordinal
        );
        Assert.Contains(nameof(PpoOptions.Clip), Refusal(new PpoOptions { Clip = 0 }), StringComparison.Ordinal);
        Assert.Contains(
            nameof(PpoOptions.ReadoutScale),
            Refusal(new PpoOptions { ReadoutScale = double.NaN }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            nameof(PpoOptions.Minibatch),
            Refusal(() => Start(1, () => Identity(), Small with { Minibatch = 30 }, Shape).Agent),
            StringComparison.Ordinal
        );
    }

    private static string Refusal(PpoOptions options) =>
        Assert.ThrowsAny<ArgumentException>(() => SettingRules.Require(options)).Message;

    private static ApproximatorOptions Estimated(ApproximatorOptions shape, string estimator) =>
        shape.Estimated(CatalogueSet.Standard.Estimators.Find(estimator));

    private static string Refusal(Func<object> make) => Assert.ThrowsAny<ArgumentException>(make).Message;

    private static ToyEnvironment Identity() => new(3, (observed, action) => observed == action ? 1 : 0);

    private static Run Start(
        ulong seed,
        Func<IEnvironment> environment,
        PpoOptions options,
        ApproximatorOptions shape,
        long steps = 10000
    )
    {
        var task = new AgentTask(environment().Specification, steps, seed);
        Pcg64 random = RandomStreams.Initialization(seed);
        var actor = new NetworkApproximator(task.ObservationSize, task.ActionCount, options.Minibatch, shape, random);
        var critic = new NetworkApproximator(task.ObservationSize, 1, options.Minibatch, shape, random);
        var agent = new PpoAgent(actor, critic, options, task);
        return new Run(agent, actor, critic, new TrainingLoop(agent, environment, seed));
    }

    private sealed record Run(PpoAgent Agent, NetworkApproximator Actor, NetworkApproximator Critic, TrainingLoop Loop);
}
