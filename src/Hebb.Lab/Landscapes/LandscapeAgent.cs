using Hebb.Agents;
using Hebb.Environments;
using Hebb.Numerics;

namespace Hebb.Lab.Landscapes;

/// <summary>The agent whose actor is measured: PPO on CartPole-v1, actor and critic of one depth and feedback.</summary>
internal sealed class LandscapeAgent
{
    /// <summary>The environment.</summary>
    public const string Environment = "CartPole-v1";

    /// <summary>The units of each hidden layer.</summary>
    public const int Units = 32;

    /// <summary>The sweeps of the free phase.</summary>
    public const int FreeSweeps = 5;

    /// <summary>The sweeps of a nudged phase.</summary>
    public const int NudgedSweeps = 3;

    /// <summary>An agent at its start.</summary>
    /// <param name="one">Its depth, feedback and seed.</param>
    /// <param name="options">What is measured: the steps of its task, its estimator, and its limit.</param>
    public LandscapeAgent(LandscapeCase one, LandscapeCheckOptions options)
    {
        EnvironmentSpecification specification = CreateEnvironment().Specification;
        var task = new AgentTask(specification, options.Steps, one.Seed);
        var ppo = new PpoOptions
        {
            ReadoutScale = 8,
            ValueScale = 50,
            AnnealsLearningRate = true,
            AnnealsClip = true,
        };
        var shape = new ApproximatorOptions
        {
            Hidden = [.. Enumerable.Repeat(Units, one.Depth)],
            Feedback = one.Feedback,
            FeedbackLimit = options.FeedbackLimit,
            Estimator = options.Estimator,
            Beta = BetaOf(one.Feedback),
            FreeSweeps = FreeSweeps,
            NudgedSweeps = NudgedSweeps,
            LearningRate = 7e-4,
            GradientNorm = 0.5,
        };
        Pcg64 random = RandomStreams.Initialization(one.Seed);
        Actor = Approximator(task, task.ActionCount, ppo, shape with { OutputGain = 0.1 }, random);
        NetworkApproximator critic = Approximator(task, 1, ppo, shape with { OutputGain = 0.3 }, random);
        Agent = new PpoAgent(Actor, critic, ppo, task);
    }

    /// <summary>The agent.</summary>
    public PpoAgent Agent { get; }

    /// <summary>Its policy's network.</summary>
    public NetworkApproximator Actor { get; }

    /// <summary>
    /// The nudging strength: 1, or less where feedback is strong, so that beta gamma^2, what reaches two layers down, is 0.1 at most.
    /// </summary>
    /// <param name="feedback">gamma.</param>
    public static double BetaOf(double feedback) => Math.Min(1, 0.1 / (feedback * feedback));

    /// <summary>Makes an environment as the agent observes it.</summary>
    public static IEnvironment CreateEnvironment()
    {
        IEnvironment plain = EnvironmentCatalogue.Create(Environment);
        var size = plain.Specification.Observations.Size;
        return new ScaledObservations<IEnvironment>(plain, ObservationScaling.Of(Environment, size));
    }

    private static NetworkApproximator Approximator(
        AgentTask task,
        int outputs,
        PpoOptions ppo,
        ApproximatorOptions options,
        Pcg64 random
    ) => new(task.ObservationSize, outputs, ppo.RolloutSize, options, random);
}
