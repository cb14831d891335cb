using Hebb.Environments.OpenLock.Rooms;
using Hebb.Settings;

namespace Hebb.Environments.OpenLock;

/// <summary>
/// What can be other than usual in an environment of OpenLock that is known by name: <see cref="OpenLockOptions"/> without the scenario,
/// which the name says.
/// </summary>
public sealed record OpenLockSettings : ISettings
{
    private const double MostMultiplier = 1_000_000;

    /// <summary>What is rewarded: finding solutions, and in some modes what leads to them or what has no effect.</summary>
    public RewardMode RewardMode { get; init; } = new RewardScheme().Mode;

    /// <summary>
    /// Which version of the rewards is meant where the two differ: that of 2018 pays for every action after which the door is unlocked,
    /// and blames only actions upon inactive levers for having no effect.
    /// </summary>
    public RewardRule RewardRule { get; init; } = new RewardScheme().Rule;

    /// <summary>What the rewards of a new solution grow by with every solution found, in the reward modes that multiply.</summary>
    [Range(0, MostMultiplier)]
    public double SolutionMultiplier { get; init; } = new RewardScheme().SolutionMultiplier;

    /// <summary>What an episode is: one attempt, or all those of a trial, for agents with a memory.</summary>
    public EpisodeSpan Episode { get; init; }

    /// <summary>The attempts after which another trial begins though not all solutions are found. People had 30.</summary>
    [Range(1, OpenLockOptions.MostAttempts)]
    public int AttemptLimit { get; init; } = new OpenLockOptions().AttemptLimit;

    /// <summary>
    /// The trial, and with it the room, that is played again and again; where there is none, rooms are drawn, none twice before all had
    /// their turn.
    /// </summary>
    public Trial? Trial { get; init; }

    /// <summary>The scenario that rooms are drawn of after <see cref="TrainingTrials"/>; if there is none, the first one continues.</summary>
    public Scenario? Transfer { get; init; }

    /// <summary>The trials after which <see cref="Transfer"/> sets in, counted in each environment; 1200 where it is left out.</summary>
    [Range(1, OpenLockOptions.MostTrainingTrials)]
    public int? TrainingTrials { get; init; }

    /// <summary>
    /// The scenarios of random rooms: every trial draws one, and any positions for its active levers. Those of OpenLock-Random alone can be
    /// others.
    /// </summary>
    public ImmutableArray<Scenario> Scenarios { get; init; } = [];

    /// <summary>Whether random rooms that are official ones are never drawn: they are left for tests.</summary>
    public bool HoldsOutOfficial { get; init; }

    /// <summary>With which probability an action upon each active lever takes place, as many as there are; an empty list for always.</summary>
    [Range(0.0, 1.0)]
    public ImmutableArray<double> LeverEffects { get; init; } = [];

    /// <summary>With which probability an action upon the door takes place.</summary>
    [Range(0.0, 1.0)]
    public double DoorEffect { get; init; } = 1;

    /// <summary>Whether the actions taken in the attempt are observed too, over 3.</summary>
    public bool ObservesStep { get; init; }

    /// <summary>Whether the attempt's last action is observed too, a number for each of the 15; all 0 before the first.</summary>
    public bool ObservesAction { get; init; }

    /// <summary>Whether the count of solutions found in the trial is observed too.</summary>
    public bool ObservesFound { get; init; }

    /// <summary>All of it as the options of an environment.</summary>
    /// <exception cref="ArgumentException">A setting is not possible; the message names it.</exception>
    public OpenLockOptions Of(Scenario scenario)
    {
        var options = new OpenLockOptions
        {
            Scenario = scenario,
            Trial = Trial,
            Transfer = Transfer,
            Scenarios = Scenarios,
            HoldsOutOfficial = HoldsOutOfficial,
            AttemptLimit = AttemptLimit,
            Episode = Episode,
            Rewards = new()
            {
                Mode = RewardMode,
                Rule = RewardRule,
                SolutionMultiplier = SolutionMultiplier,
            },
            LeverEffects = LeverEffects,
            DoorEffect = DoorEffect,
            ObservesStep = ObservesStep,
            ObservesAction = ObservesAction,
            ObservesFound = ObservesFound,
        };
        if (TrainingTrials is not { } trials)
        {
            return options;
        }

        OpenLockOptions.Require(
            Transfer is not null,
            nameof(TrainingTrials),
            trials,
            "only with a transfer to another scenario"
        );
        return options with { TrainingTrials = trials };
    }
}
