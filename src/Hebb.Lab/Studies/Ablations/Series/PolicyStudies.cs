using Hebb.Agents;
using Hebb.Agents.FreeEnergy;
using Hebb.Costs;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>The studies of policy EP.</summary>
internal static class PolicyStudies
{
    private const string Twin = "PPO by backprop = ppo";

    private static readonly AgentVariants<FreeEnergyPolicySettings> Variants = new(
        "policy-ep",
        FreeEnergyPolicySettings.Tuned.For,
        FreeEnergyAgents.CreatePolicy
    );

    private static readonly Ladder<FreeEnergyPolicySettings> Ladder = new(
        "policy",
        Variants,
        settings => settings.Actor.Optimizer.LearningRate,
        "actor.optimizer.learningRate",
        "policy-2-scaled-observations",
        [
            new("clamped", "+ action clamped; Adam; no factor log pi") { Rate = 0.1 },
            new("expectation", "+ less the policy's expectation", $"cost={CostCatalogue.ChosenLogit}")
            {
                Lack = "nothing subtracted (nor clipped)",
                Rate = 0.1,
            },
            new("epochs", "+ 8 epochs a rollout", "epochs=1") { Lack = "one epoch a rollout", Rate = 0.1 },
            new("clipped", "+ clipping") { Undo = WithoutClipping, Lack = "no clipping" },
            new("annealed", "+ rates and clipping range fall to 0", "annealsLearningRate=false", "annealsClip=false")
            {
                Lack = "constant rates and clipping range",
            },
        ]
    );

    /// <summary>The working agent, made of its settings as every variant is: the same as the catalogue's.</summary>
    public static AgentEntry Unchanged { get; } = Variants.With("policy-ep-unchanged", "policy-ep");

    /// <summary>From the report's rule to the working one.</summary>
    public static RowsStudy Steps { get; } =
        new("policy", "Policy EP: from the report's rule to policy-ep", Ladder.Steps(Twin)) { IsLadder = true };

    /// <summary>The working agent without one part, or with another.</summary>
    public static RowsStudy Without { get; } =
        new(
            "policy-without",
            "Policy EP: one thing changed in policy-ep",
            Ladder.Without(
                [Variants.With("policy-ep-raw", "raw observations", settings => settings, observesRaw: true)],
                Twin
            )
        );

    /// <summary>Every step at three learning rates.</summary>
    public static SensitivityStudy StepRates { get; } =
        new("policy-rates", "Policy EP: the steps at other learning rates of the actor", Ladder.AtRates());

    // Where nothing is subtracted either, there is no clipping to be left out.
    private static FreeEnergyPolicySettings WithoutClipping(FreeEnergyPolicySettings settings) =>
        string.Equals(settings.Options.Cost, CostCatalogue.ChosenLogit, StringComparison.Ordinal)
            ? settings
            : Variants.Change(settings, [$"cost={CostCatalogue.PolicyGradient}"]);
}
