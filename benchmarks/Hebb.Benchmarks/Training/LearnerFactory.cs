using System.Numerics;
using Hebb.Agents;
using Hebb.Report;
using Hebb.Report.Agents;
using Hebb.Report.Rules;

namespace Hebb.Benchmarks.Training;

/// <summary>
/// The agents of <see cref="ReportMethods"/> in any number type: float32 runs on the fused kernels, float64 on the
/// reference ones.
/// </summary>
internal static class LearnerFactory
{
    private const int ObservationSize = 4;
    private const int ActionCount = 2;

    /// <summary>Makes the agent of a method, with the constants of the catalogue.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="name">A name of the catalogue; an unknown one throws, so that no new method is left out.</param>
    /// <param name="seed">The seed of the run.</param>
    public static IAgent Create<T>(string name, ulong seed)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        name switch
        {
            "random" => new RandomAgent(ActionCount, seed),
            "actor-critic-backprop" => new ActorCriticBackprop<T>(
                ObservationSize,
                ActionCount,
                new ActorCriticBackpropOptions(),
                seed
            ),
            "actor-critic-as-published" => new ActorCriticAsPublished<T>(
                ObservationSize,
                ActionCount,
                new ActorCriticBackpropOptions(),
                seed
            ),
            "policy-ep-correlation-as-coded" => new PolicyCorrelationAsCoded<T>(
                ObservationSize,
                ActionCount,
                new PolicyOptions(),
                seed
            ),
            "policy-ep-energy-as-coded" => new PolicyEnergyAsCoded<T>(
                ObservationSize,
                ActionCount,
                new PolicyOptions(),
                seed
            ),
            "policy-ep-as-published" => new PolicyAsPublished<T>(
                ObservationSize,
                ActionCount,
                new PolicyOptions(),
                seed
            ),
            "reward-ep-as-coded" => Reward<T>(BiasRule.Negated, seed),
            "reward-ep-as-published" => Reward<T>(BiasRule.AsWeights, seed),
            "dqn-ep-mended" => new DqnEquilibriumPropagationMended<T>(
                ObservationSize,
                ActionCount,
                new DqnOptions(LearningRate: 0.01),
                new UnitAdamOptions(),
                seed
            ),
            "dqn-ep-as-published" => new DqnEquilibriumPropagationAsPublished<T>(
                ObservationSize,
                ActionCount,
                new DqnOptions(LearningRate: 0.01),
                new GradientFlowOptions(),
                seed
            ),
            "dqn-backprop" => new DqnBackprop<T>(
                ObservationSize,
                ActionCount,
                new DqnOptions(LearningRate: 0.001),
                seed
            ),
            _ => throw new ArgumentException($"The benchmarks do not know how to make '{name}'.", nameof(name)),
        };

    private static RewardEquilibriumPropagation<T> Reward<T>(BiasRule biases, ulong seed)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(ObservationSize, ActionCount, new RewardOptions(biases), seed);
}
