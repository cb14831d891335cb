using Hebb.Agents;
using Hebb.Report.Agents;
using Hebb.Report.Rules;

namespace Hebb.Report;

/// <summary>The catalogue of the methods of Figure 4, in the order in which they are shown.</summary>
public static class ReportMethods
{
    private const int ObservationSize = 4;
    private const int ActionCount = 2;
    private const string RandomName = "random";
    private const string Prefix = "report-";
    private const string DqnClaim = "not above a random policy";
    private const string RewardClaim = "plateaus at a small reward, then slowly declines";
    private const string PolicyClaim = "solves it with a training curve similar to the baseline's, with sharp cut-offs";

    /// <summary>Every method.</summary>
    public static IReadOnlyList<ReportMethod> All { get; } =
    [
        new(
            RandomName,
            "Random policy",
            "-",
            "each action with the same probability, no learning",
            "none: the floor of the picture",
            seed => new RandomAgent(ActionCount, seed)
        ),
        ReportMethod.Of(
            "actor-critic-backprop",
            "Actor-critic (backprop)",
            "5.2",
            "eq. (6), standardised Monte-Carlo returns, Adam",
            "solves the environment",
            new ActorCriticBackpropOptions(),
            (options, seed) => new ActorCriticBackprop<float>(ObservationSize, ActionCount, options, seed)
        ),
        ReportMethod.Of(
            "actor-critic-as-published",
            "Actor-critic (backprop), as published",
            "4.2",
            "eq. (6) with the advantage r + gamma V' - V, Adam",
            "solves the environment",
            new ActorCriticBackpropOptions(),
            (options, seed) => new ActorCriticAsPublished<float>(ObservationSize, ActionCount, options, seed)
        ),
        ReportMethod.Of(
            "policy-ep-correlation-as-coded",
            "Policy EP, correlation rule, as coded",
            "4.2",
            "eq. (7) by correlations, standardised return minus V",
            PolicyClaim,
            new PolicyOptions(),
            (options, seed) => new PolicyCorrelationAsCoded<float>(ObservationSize, ActionCount, options, seed)
        ),
        ReportMethod.Of(
            "policy-ep-energy-as-coded",
            "Policy EP, energy and Adam, as coded",
            "4.2",
            "eq. (7) by Adam on energies without u^2/2, differentiated in full",
            PolicyClaim,
            new PolicyOptions(),
            (options, seed) => new PolicyEnergyAsCoded<float>(ObservationSize, ActionCount, options, seed)
        ),
        ReportMethod.Of(
            "policy-ep-as-published",
            "Policy EP, as published",
            "4.2",
            "eq. (7) with the advantage r + gamma V' - V",
            PolicyClaim,
            new PolicyOptions(),
            (options, seed) => new PolicyAsPublished<float>(ObservationSize, ActionCount, options, seed)
        ),
        ReportMethod.Of(
            "reward-ep-as-coded",
            "Reward EP, as coded",
            "4.3",
            "eqs. (8)-(13), biases negated and scaled by the trace's length",
            RewardClaim,
            new RewardOptions(BiasRule.Negated),
            (options, seed) => new RewardEquilibriumPropagation<float>(ObservationSize, ActionCount, options, seed)
        ),
        ReportMethod.Of(
            "reward-ep-as-published",
            "Reward EP, as published",
            "4.3",
            "eqs. (8)-(13)",
            RewardClaim,
            new RewardOptions(BiasRule.AsWeights),
            (options, seed) => new RewardEquilibriumPropagation<float>(ObservationSize, ActionCount, options, seed)
        ),
        ReportMethod.Of(
            "dqn-ep-mended",
            "DQN EP, as coded, mended",
            "4.1",
            "two phases of one Adam step on the units, no 1/beta, no replay",
            DqnClaim,
            new ReportDqnSettings<UnitAdamOptions>(new DqnOptions(LearningRate: 0.01), new UnitAdamOptions()),
            (options, seed) =>
                new DqnEquilibriumPropagationMended<float>(
                    ObservationSize,
                    ActionCount,
                    options.Options,
                    options.Settling,
                    seed
                )
        ),
        ReportMethod.Of(
            "dqn-ep-as-published",
            "DQN EP, as published",
            "4.1",
            "eqs. (1)-(5) by gradient flow, replay, target network",
            DqnClaim,
            new ReportDqnSettings<GradientFlowOptions>(new DqnOptions(LearningRate: 0.01), new GradientFlowOptions()),
            (options, seed) =>
                new DqnEquilibriumPropagationAsPublished<float>(
                    ObservationSize,
                    ActionCount,
                    options.Options,
                    options.Settling,
                    seed
                )
        ),
        ReportMethod.Of(
            "dqn-backprop",
            "DQN (backprop)",
            "4.1",
            "mean squared TD error, replay, target network, Adam",
            "none: the twin of DQN EP",
            new DqnOptions(LearningRate: 0.001),
            (options, seed) => new DqnBackprop<float>(ObservationSize, ActionCount, options, seed)
        ),
    ];

    /// <summary>
    /// The methods as agents of the general catalogue, the random policy aside: their names begin with <c>report-</c>, they
    /// observe CartPole as it is, and they are made for nothing else.
    /// </summary>
    public static IReadOnlyList<AgentEntry> Agents { get; } =
    [
        .. All.Where(method => !string.Equals(method.Name, RandomName, StringComparison.Ordinal))
            .Select(method => new AgentEntry(
                Prefix + method.Name,
                $"Report: {method.Title}",
                method.Rule,
                task => new OneEnvironmentAgent(method.Create(task.Seed))
            )
            {
                ObservesRaw = true,
                Settings = method.Settings,
                Environments = ["CartPole-v0", "CartPole-v1"],
            }),
    ];

    /// <summary>The name of the agent of the general catalogue that is a method of this one; null for a method of another.</summary>
    public static string? AgentOf(ReportMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return !All.Contains(method) ? null
            : string.Equals(method.Name, RandomName, StringComparison.Ordinal) ? RandomName
            : Prefix + method.Name;
    }
}
