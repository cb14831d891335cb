using Hebb.Catalogues;
using Hebb.Report;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>
/// The methods of the figure, in its order: the reference, then panel by panel each rule as published, as coded, made to work, and
/// its backprop twin.
/// </summary>
public static class Figure4Methods
{
    private const string ActorCritic = "Actor-critic";
    private const string PolicyEp = "Policy EP";
    private const string RewardEp = "Reward EP";
    private const string DqnEp = "DQN EP";

    /// <summary>The titles of the panels, in their order.</summary>
    public static ImmutableArray<string> Panels { get; } = [ActorCritic, PolicyEp, RewardEp, DqnEp];

    /// <summary>Every method, each once.</summary>
    public static IReadOnlyList<Figure4Method> All { get; } =
    [
        OfReport("random"),
        OfReport("actor-critic-as-published", new MethodPlace(ActorCritic, MethodRole.Published)),
        OfReport("actor-critic-backprop", new MethodPlace(ActorCritic, MethodRole.Coded)),
        OfCatalogue("ppo-ep", new MethodPlace(ActorCritic, MethodRole.Working)),
        OfCatalogue("ppo", new MethodPlace(ActorCritic, MethodRole.Twin), new MethodPlace(PolicyEp, MethodRole.Twin)),
        OfReport("policy-ep-as-published", new MethodPlace(PolicyEp, MethodRole.Published)),
        OfReport("policy-ep-correlation-as-coded", new MethodPlace(PolicyEp, MethodRole.Coded, "by correlations")),
        OfReport("policy-ep-energy-as-coded", new MethodPlace(PolicyEp, MethodRole.Coded, "by energies and Adam")),
        OfCatalogue("policy-ep", new MethodPlace(PolicyEp, MethodRole.Working)),
        OfReport("reward-ep-as-published", new MethodPlace(RewardEp, MethodRole.Published)),
        OfReport("reward-ep-as-coded", new MethodPlace(RewardEp, MethodRole.Coded)),
        OfCatalogue("reward-ep", new MethodPlace(RewardEp, MethodRole.Working)),
        OfCatalogue("reward", new MethodPlace(RewardEp, MethodRole.Twin)),
        OfReport("dqn-ep-as-published", new MethodPlace(DqnEp, MethodRole.Published)),
        OfReport("dqn-ep-mended", new MethodPlace(DqnEp, MethodRole.Coded, "mended")),
        OfCatalogue("dqn-ep", new MethodPlace(DqnEp, MethodRole.Working)),
        OfCatalogue("dqn", new MethodPlace(DqnEp, MethodRole.Twin)),
        OfReport("dqn-backprop", new MethodPlace(DqnEp, MethodRole.ReportBackprop)),
    ];

    private static Figure4Method OfReport(string name, params ImmutableArray<MethodPlace> places) =>
        Figure4Method.Of(
            ReportMethods.All.Single(method => string.Equals(method.Name, name, StringComparison.Ordinal)),
            places
        );

    private static Figure4Method OfCatalogue(string name, params ImmutableArray<MethodPlace> places) =>
        Figure4Method.Of(CatalogueSet.Standard.Agents.Find(name), places);
}
