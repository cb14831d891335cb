using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Environments.OpenLock;

/// <summary>The settings of <see cref="OpenLockEnvironment"/>.</summary>
public sealed record OpenLockOptions
{
    /// <summary>The most attempts that a trial can have: the steps of all of them can be counted.</summary>
    internal const int MostAttempts = 100_000_000;

    /// <summary>The most trials that can come before a transfer.</summary>
    internal const int MostTrainingTrials = 1_000_000_000;

    /// <summary>How the locks hang together.</summary>
    public Scenario Scenario { get; init; } = Scenario.All[0];

    /// <summary>
    /// The trial that is played again and again; null to draw one of the scenario's rooms for every trial, none twice before all
    /// had their turn.
    /// </summary>
    public Trial? Trial { get; init; }

    /// <summary>
    /// The scenarios of random rooms, in place of <see cref="Scenario"/>: every trial draws one of them, and any positions for its active
    /// levers. Their attempts have as many actions. Empty for the rooms of <see cref="Scenario"/>.
    /// </summary>
    public ImmutableArray<Scenario> Scenarios { get; init; } = [];

    /// <summary>Whether random rooms that are official ones are never drawn: they are left for tests.</summary>
    public bool HoldsOutOfficial { get; init; }

    /// <summary>
    /// The scenario whose rooms are drawn, in the same way, once <see cref="TrainingTrials"/> trials are over; null to stay with
    /// <see cref="Scenario"/>. All else stays as it is.
    /// </summary>
    public Scenario? Transfer { get; init; }

    /// <summary>
    /// The trials after which <see cref="Transfer"/> sets in, where there is one; from 1 to 10^9. The original's learners had 200
    /// rounds of six rooms, people one.
    /// </summary>
    public int TrainingTrials { get; init; } = 1200;

    /// <summary>The attempts after which another trial begins though not all solutions are found; from 1 to 10^8. People had 30.</summary>
    public int AttemptLimit { get; init; } = 700;

    /// <summary>What an episode is.</summary>
    public EpisodeSpan Episode { get; init; }

    /// <summary>What is rewarded.</summary>
    public RewardScheme Rewards { get; init; } = new();

    /// <summary>
    /// With which probability an action upon l0, l1, ... takes place, each from 0 to 1, as many as the scenario with the most levers has;
    /// empty for always.
    /// </summary>
    public ImmutableArray<double> LeverEffects { get; init; } = [];

    /// <summary>With which probability an action upon the door takes place, from 0 to 1.</summary>
    public double DoorEffect { get; init; } = 1;

    /// <summary>Whether the actions taken in the attempt are observed too, over 3.</summary>
    public bool ObservesStep { get; init; }

    /// <summary>Whether the attempt's last action is observed too, a number for each of the 15; all 0 before the first.</summary>
    public bool ObservesAction { get; init; }

    /// <summary>Whether the count of solutions found in the trial is observed too.</summary>
    public bool ObservesFound { get; init; }

    /// <summary>The actions of the longest attempt.</summary>
    internal int MostActions => Played.Max(scenario => scenario.ActionsPerAttempt);

    /// <summary>The solutions of the room that has the most.</summary>
    internal int MostSolutions => Played.Max(scenario => scenario.Chains.Length);

    private IEnumerable<Scenario> Played =>
        !Scenarios.IsEmpty ? Scenarios
        : Transfer is { } transfer ? [Scenario, transfer]
        : [Scenario];

    // The scenario with the most levers.
    private Scenario Largest => Played.MaxBy(scenario => scenario.LeverCount)!;

    /// <summary>Refuses what is not possible.</summary>
    /// <exception cref="ArgumentException">A setting is not possible; the message names it.</exception>
    internal void Validate()
    {
        Require(
            AttemptLimit is >= 1 and <= MostAttempts,
            nameof(AttemptLimit),
            AttemptLimit,
            $"from 1 to {MostAttempts} is needed"
        );
        Require(DoorEffect is >= 0 and <= 1, nameof(DoorEffect), DoorEffect, "a probability is needed");
        Require(
            LeverEffects.IsEmpty || LeverEffects.Length == Largest.LeverCount,
            nameof(LeverEffects),
            LeverEffects.Length,
            $"as many numbers as {Largest.Name} has active levers, {Largest.LeverCount}, or none are needed"
        );
        foreach (var effect in LeverEffects)
        {
            Require(effect is >= 0 and <= 1, nameof(LeverEffects), effect, "probabilities are needed");
        }

        Require(
            TrainingTrials is >= 1 and <= MostTrainingTrials,
            nameof(TrainingTrials),
            TrainingTrials,
            $"from 1 to {MostTrainingTrials} is needed"
        );
        RequireRoom();

        Require(
            Rewards.SolutionMultiplier >= 0,
            nameof(RewardScheme.SolutionMultiplier),
            Rewards.SolutionMultiplier,
            "0 or above is needed"
        );
    }

    private void RequireRoom()
    {
        foreach (Scenario played in Scenarios.IsEmpty ? Played : [])
        {
            Require(
                !Rooms.Trial.DrawnFor(played).IsEmpty,
                nameof(Scenario),
                played.Name,
                $"it has no rooms of its own, so it is possible among {nameof(Scenarios)} alone"
            );
        }

        Require(
            Scenarios.IsEmpty || (Trial is null && Transfer is null),
            nameof(Scenarios),
            string.Join(", ", Scenarios.Select(scenario => scenario.Name)),
            "none is possible beside a trial or a transfer"
        );
        Require(
            Scenarios.IsEmpty || Scenarios.All(scenario => scenario.ActionsPerAttempt == MostActions),
            nameof(Scenarios),
            string.Join(", ", Scenarios.Select(scenario => scenario.Name)),
            "scenarios with as many actions in an attempt are needed"
        );
        Require(
            !HoldsOutOfficial || !Scenarios.IsEmpty,
            nameof(HoldsOutOfficial),
            "true",
            "only random rooms can leave official ones out"
        );
        if (Trial is not null)
        {
            Require(
                Transfer is null,
                nameof(Trial),
                Trial.Name,
                $"none is possible beside a transfer to {Transfer?.Name}"
            );
            var possible = string.Join(", ", Trial.Of(Scenario).Select(trial => trial.Name));
            Require(
                Trial.Levers.Length == Scenario.LeverCount,
                nameof(Trial),
                Trial.Name,
                $"{Scenario.Name} needs {Scenario.LeverCount} active levers, as in {possible}"
            );
        }
    }

    /// <summary>Refuses a setting that is not possible.</summary>
    /// <param name="holds">Whether it is possible.</param>
    /// <param name="needed">What would be right.</param>
    /// <exception cref="ArgumentException">It is not possible.</exception>
    internal static void Require(bool holds, string name, IConvertible value, string needed)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name}: {value}; {needed}"), name);
        }
    }
}
