using Hebb.Naming;

namespace Hebb.Costs;

/// <summary>The costs that are known by name.</summary>
public static class CostCatalogue
{
    /// <summary><see cref="ClippedPolicyCost"/>.</summary>
    public const string ClippedPolicy = "clipped-policy";

    /// <summary><see cref="PolicyGradientCost"/>.</summary>
    public const string PolicyGradient = "policy-gradient";

    /// <summary><see cref="ChosenLogitCost"/>.</summary>
    public const string ChosenLogit = "chosen-logit";

    /// <summary><see cref="TemporalDifferenceCost"/> with a threshold.</summary>
    public const string HuberTemporalDifference = "huber-temporal-difference";

    /// <summary><see cref="TemporalDifferenceCost"/> without one: the squared error.</summary>
    public const string TemporalDifference = "temporal-difference";

    /// <summary>Every cost, in the order in which they are shown.</summary>
    public static Catalogue<CostEntry> All { get; } =
        new(
            "cost",
            () =>
                [
                    new("squared-error", "the squared distance to the targets", CostSubject.Outputs),
                    new("cross-entropy", "minus the log-probability of a class", CostSubject.Outputs),
                    new("linear", "a product with given numbers", CostSubject.Outputs),
                    new(
                        ClippedPolicy,
                        "PPO: the clipped ratio of probabilities times the advantage",
                        CostSubject.Policy
                    ),
                    new(
                        PolicyGradient,
                        "minus the log-probability of the action times the advantage",
                        CostSubject.Policy
                    ),
                    new(
                        ChosenLogit,
                        "the action's logit times the advantage, no expectation subtracted",
                        CostSubject.Policy
                    ),
                    new(
                        HuberTemporalDifference,
                        "Huber's cost of a temporal-difference error: linear beyond a threshold",
                        CostSubject.ActionValue
                    ),
                    new(TemporalDifference, "half the square of a temporal-difference error", CostSubject.ActionValue),
                ]
        );

    /// <summary>The names of the costs that ask something of one kind of outputs, in the same order.</summary>
    public static IReadOnlyList<string> NamesFor(CostSubject subject) =>
        [.. All.Where(entry => entry.Subject == subject).Select(entry => entry.Name)];

    /// <summary>Refuses a name that no cost of one kind of outputs has.</summary>
    /// <exception cref="ArgumentException">There is no such cost.</exception>
    public static void Require(string name, CostSubject subject)
    {
        if (!NamesFor(subject).Contains(name, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"cost '{name}': no such cost here; {NearestName.Unknown(name, NamesFor(subject))}",
                nameof(name)
            );
        }
    }
}

/// <summary>One cost of the catalogue.</summary>
/// <param name="Name">The name in configurations, tables and on the command line.</param>
/// <param name="Description">One line on what it is.</param>
/// <param name="Subject">What it asks something of.</param>
public sealed record CostEntry(string Name, string Description, CostSubject Subject) : INamed;

/// <summary>What the outputs are that a cost asks something of.</summary>
public enum CostSubject
{
    /// <summary>Values with a target each, of any kind.</summary>
    Outputs,

    /// <summary>The logits of a policy's actions.</summary>
    Policy,

    /// <summary>The values of actions, of which one was taken.</summary>
    ActionValue,
}
