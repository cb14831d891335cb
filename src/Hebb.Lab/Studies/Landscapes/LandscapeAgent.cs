using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Agents.Ppo;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Numerics;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>The agent whose actor is measured: the catalogue's deep PPO on CartPole-v1, actor and critic of one depth and feedback.</summary>
internal sealed class LandscapeAgent
{
    /// <summary>The environment.</summary>
    public const string Environment = "CartPole-v1";

    /// <summary>The units of each hidden layer.</summary>
    public const int Units = 32;

    /// <summary>An agent at its start.</summary>
    /// <param name="one">Its depth, feedback and seed.</param>
    /// <param name="options">What is measured: the steps of its task, its estimator, and its limit.</param>
    public LandscapeAgent(LandscapeCase one, LandscapeCheckOptions options)
    {
        EnvironmentSpecification specification = CreateEnvironment().Specification;
        var task = new AgentTask(specification, options.Steps, one.Seed);
        PpoSettings settings = TunedPpo
            .Deep(task, one.Depth)
            .Both(network =>
                network
                    .Shaped(shape =>
                        shape with
                        {
                            Hidden = [.. Enumerable.Repeat(Units, one.Depth)],
                            Feedback = one.Feedback,
                            FeedbackLimit = options.FeedbackLimit,
                        }
                    )
                    .Estimated(CatalogueSet.Standard.Estimators.Find(options.Estimator))
                    .Nudged(options.BetaOf(one.Feedback))
                    .Swept(options.FreeSweeps, options.NudgedSweeps)
            );
        Pcg64 random = RandomStreams.Initialization(one.Seed);
        Actor = Approximator(task, task.ActionCount, settings.Options, settings.Actor, random);
        NetworkApproximator critic = Approximator(task, 1, settings.Options, settings.Critic, random);
        Agent = new PpoAgent(Actor, critic, settings.Options, task);
    }

    /// <summary>The agent.</summary>
    public PpoAgent Agent { get; }

    /// <summary>Its policy's network.</summary>
    public NetworkApproximator Actor { get; }

    /// <summary>Makes an environment as the agent observes it.</summary>
    public static IEnvironment CreateEnvironment() =>
        CatalogueSet.Standard.CreateEnvironment(CatalogueSet.Standard.Agents.Find("ppo-ep"), Environment);

    private static NetworkApproximator Approximator(
        AgentTask task,
        int outputs,
        PpoOptions ppo,
        ApproximatorOptions options,
        Pcg64 random
    ) => new(task.ObservationSize, outputs, ppo.RolloutSize, options, random);
}
