using System.Collections.Immutable;

namespace Hebb.Environments.OpenLock;

/// <summary>The settings of <see cref="OpenLockEnvironment"/>.</summary>
public sealed record OpenLockOptions
{
    /// <summary>How the locks hang together.</summary>
    public Scenario Scenario { get; init; } = Scenario.All[0];

    /// <summary>
    /// The trial that is played again and again; null to draw one of the scenario's rooms for every trial, none twice before all
    /// had their turn.
    /// </summary>
    public Trial? Trial { get; init; }

    /// <summary>The attempts after which another trial begins though not all solutions are found; at least 1. People had 30.</summary>
    public int AttemptLimit { get; init; } = 700;

    /// <summary>What an episode is.</summary>
    public EpisodeSpan Episode { get; init; }

    /// <summary>What is rewarded.</summary>
    public RewardScheme Rewards { get; init; } = new();

    /// <summary>With which probability an action upon l0, l1, ... takes place, each from 0 to 1; empty for always.</summary>
    public ImmutableArray<double> LeverEffects { get; init; } = [];

    /// <summary>With which probability an action upon the door takes place, from 0 to 1.</summary>
    public double DoorEffect { get; init; } = 1;

    /// <summary>Whether the actions taken in the attempt are observed too, over 3.</summary>
    public bool ObservesStep { get; init; }

    /// <summary>Whether the attempt's last action is observed too, a number for each of the 15; all 0 before the first.</summary>
    public bool ObservesAction { get; init; }

    /// <summary>Whether the count of solutions found in the trial is observed too.</summary>
    public bool ObservesFound { get; init; }

    /// <summary>Refuses what is not possible.</summary>
    /// <exception cref="ArgumentException">A setting is not possible; the message names it.</exception>
    internal void Validate()
    {
        Require(AttemptLimit >= 1, nameof(AttemptLimit), AttemptLimit, "at least 1 is needed");
        Require(DoorEffect is >= 0 and <= 1, nameof(DoorEffect), DoorEffect, "a probability is needed");
        Require(
            LeverEffects.IsEmpty || LeverEffects.Length == Scenario.LeverCount,
            nameof(LeverEffects),
            LeverEffects.Length,
            $"{Scenario.Name} needs {Scenario.LeverCount}, or none"
        );
        foreach (var effect in LeverEffects)
        {
            Require(effect is >= 0 and <= 1, nameof(LeverEffects), effect, "probabilities are needed");
        }

        Require(
            Rewards.SolutionMultiplier >= 0,
            nameof(RewardScheme.SolutionMultiplier),
            Rewards.SolutionMultiplier,
            "0 or above is needed"
        );
    }

    private static void Require(bool holds, string name, double value, string needed)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name}: {value}; {needed}"), name);
        }
    }
}
