using Hebb.Agents;
using Hebb.Agents.Dqn;
using Hebb.Agents.FreeEnergy;
using Hebb.Agents.Memory;
using Hebb.Agents.Ppo;
using Hebb.Agents.Recurrent;
using Hebb.Costs;
using Hebb.Environments;
using Hebb.Environments.Control;
using Hebb.Environments.Memory;
using Hebb.Environments.OpenLock;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using Hebb.Naming;
using Hebb.Networks.Activations;
using Hebb.Optimizers;
using Hebb.Relaxation;
using Hebb.Relaxation.Acceleration;
using Hebb.Relaxation.Sweeps;
using Hebb.Report;
using Hebb.Settings;

namespace Hebb.Catalogues;

/// <summary>All that is known by name. It does not change: with more entries it is another.</summary>
public sealed record CatalogueSet
{
    /// <summary>What is part of the library.</summary>
    public static CatalogueSet Standard { get; } = new();

    /// <summary>The activations.</summary>
    public Catalogue<Activation> Activations { get; init; } = Activation.All;

    /// <summary>The costs.</summary>
    public Catalogue<CostEntry> Costs { get; init; } = CostCatalogue.All;

    /// <summary>The relaxations, each with its usual settings.</summary>
    public Catalogue<RelaxationSettings> Relaxations { get; init; } =
        new(
            "relaxation",
            () => [new FixedPointSettings(), new GradientFlowSettings(), new MomentumSettings(), new AndersonSettings()]
        );

    /// <summary>The estimators, each with its usual settings.</summary>
    public Catalogue<EstimatorSettings> Estimators { get; init; } =
        new(
            "estimator",
            () =>
                [
                    new OneSidedSettings(),
                    new RandomSignSettings(),
                    new SymmetricSettings(),
                    new HolomorphicSettings(),
                    new ContinualSettings(),
                    new ContrastiveHebbianSettings(),
                    new CoupledLearningSettings(),
                    new VectorFieldSettings(),
                    new RecurrentBackpropagationSettings(),
                    new BackpropagationThroughSweepsSettings(),
                    new BackpropagationSettings(),
                    new CentralDifferencesSettings(),
                ]
        );

    /// <summary>The optimizers, each with its usual settings.</summary>
    public Catalogue<OptimizerSettings> Optimizers { get; init; } =
        new("optimizer", () => [new AdamSettings(), new StochasticGradientDescentSettings()]);

    /// <summary>The environments.</summary>
    public Catalogue<EnvironmentEntry> Environments { get; init; } =
        new("environment", () => [.. ControlEnvironments.All, .. MemoryEnvironments.All, .. OpenLockEnvironments.All]);

    /// <summary>The agents.</summary>
    public Catalogue<AgentEntry> Agents { get; init; } =
        new(
            "agent",
            () =>
                [
                    .. PolicyAgents.All,
                    .. DqnAgents.All,
                    .. FreeEnergyAgents.All,
                    .. MemoryAgents.All,
                    .. RecurrentAgents.All,
                    RandomAgent.Entry,
                    .. ReportMethods.Agents,
                ]
        );

    /// <summary>The names of the environments that an agent is made for, in the order of the catalogue.</summary>
    public IReadOnlyList<string> EnvironmentsOf(AgentEntry agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return [.. Environments.Names.Where(agent.IsFor)];
    }

    /// <summary>Makes an environment, still to be reset.</summary>
    /// <param name="name">The name of an environment, such as <c>CartPole-v1</c>.</param>
    /// <param name="edition">Which library it follows bit for bit.</param>
    /// <param name="stepLimit">The steps of the longest episode, at least 1; null for what the field gives it.</param>
    /// <param name="options">What is other than usual, as <see cref="EnvironmentEntry.Options"/> has it; null for nothing.</param>
    /// <exception cref="ArgumentException">
    /// There is no such environment, or not in that edition; or the limit or the options are not possible.
    /// </exception>
    public IEnvironment CreateEnvironment(
        string name,
        EnvironmentEdition edition = EnvironmentEdition.Gymnasium,
        int? stepLimit = null,
        ISettings? options = null
    ) => Environments.Find(name).Create(edition, stepLimit, options);

    /// <summary>Makes an environment as an agent observes it.</summary>
    /// <param name="name">The name of an environment.</param>
    /// <exception cref="ArgumentException">There is no such environment.</exception>
    public IEnvironment CreateEnvironment(AgentEntry agent, string name)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return agent.CreateEnvironment(Environments.Find(name));
    }
}
