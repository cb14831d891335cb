using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Environments.OpenLock;

/// <summary>
/// The environments of OpenLock that are known by name: every scenario, the four conditions of transfer, random rooms, and rows of levers.
/// </summary>
internal static class OpenLockEnvironments
{
    /// <summary>The family of all of them.</summary>
    public const string Family = "OpenLock";

    private const string Prefix = Family + "-";

    // An attempt: 10 for the lever that unlocks the door and 50 for the door, however many steps it may have.
    private static readonly ReturnRange Attempt = new(0, 60);

    // With delays the door is unlocked no sooner than it is pushed.
    private static readonly ReturnRange DelayedAttempt = new(0, 50);

    private static readonly EnvironmentEdition[] Editions = [EnvironmentEdition.Gymnasium];

    /// <summary>Every environment, in the order in which they are shown.</summary>
    public static IReadOnlyList<EnvironmentEntry> All { get; } =
    [
        Entry("CC3"),
        Entry("CC4"),
        Entry("CE3"),
        Entry("CE4"),
        Entry("CC3D"),
        Entry("CC4D"),
        Entry("CE3D"),
        Entry("CE4D"),
        Entry("TwoStep"),
        Entry("CC3", "CC4"),
        Entry("CC3", "CE4"),
        Entry("CE3", "CE4"),
        Entry("CE3", "CC4"),
        Random(),
        LeverRowEnvironment.Entry,
    ];

    private static EnvironmentEntry Random() =>
        Entry(
            $"{Prefix}Random-v0",
            Scenario.All[0],
            new OpenLockSettings { Scenarios = [Scenario.Find("CC3"), Scenario.Find("CE3")], HoldsOutOfficial = true }
        ) with
        {
            Description =
                "rooms with the levers at any positions, another one in every trial; official rooms are held out",
        };

    private static EnvironmentEntry Entry(string scenario, string? transfer = null)
    {
        var name = transfer is null ? $"{Prefix}{scenario}-v0" : $"{Prefix}{scenario}-{transfer}-v0";
        var standard = transfer is null
            ? new OpenLockSettings()
            : new OpenLockSettings
            {
                Transfer = Scenario.Find(transfer),
                TrainingTrials = new OpenLockOptions().TrainingTrials,
            };
        return Entry(name, Scenario.Find(scenario), standard);
    }

    private static EnvironmentEntry Entry(string name, Scenario scenario, OpenLockSettings standard)
    {
        var options = EnvironmentOptions.Of(
            standard,
            (settings, limit) => Create(name, standard, scenario, settings, limit)
        );
        return new EnvironmentEntry(
            options.Create(standard).Specification,
            Editions,
            (_, limit) => options.Create(standard, limit)
        )
        {
            Options = options,
            Returns = (_, other) => Returns(scenario, (OpenLockSettings)(other ?? standard)),
        };
    }

    // Known for attempts and the usual rewards alone: a trial may earn the same reward as often as it has attempts.
    private static ReturnRange? Returns(Scenario scenario, OpenLockSettings settings) =>
        settings.RewardMode is not RewardMode.UniqueSolutions || settings.Episode is not EpisodeSpan.Attempt ? null
        : IsDelayed(scenario, settings) ? DelayedAttempt
        : Attempt;

    // Whether all of its scenarios are: random ones have attempts of one length, so that all are or none is.
    private static bool IsDelayed(Scenario scenario, OpenLockSettings settings) =>
        settings.Scenarios.IsEmpty
            ? scenario.IsDelayed && settings.Transfer is null
            : settings.Scenarios.All(drawn => drawn.IsDelayed);

    private static TimeLimit<OpenLockEnvironment> Create(
        string name,
        OpenLockSettings standard,
        Scenario scenario,
        OpenLockSettings settings,
        int? limit
    )
    {
        if (standard.Transfer is { } transfer)
        {
            OpenLockOptions.Require(
                settings.Transfer == transfer,
                nameof(OpenLockSettings.Transfer),
                settings.Transfer?.Name ?? "none",
                $"{name} has {transfer.Name}"
            );
        }

        OpenLockOptions.Require(
            settings.Scenarios.IsEmpty == standard.Scenarios.IsEmpty,
            nameof(OpenLockSettings.Scenarios),
            settings.Scenarios.IsEmpty ? "none" : string.Join(", ", settings.Scenarios.Select(one => one.Name)),
            standard.Scenarios.IsEmpty
                ? $"none is possible in {name}: OpenLock-Random-v0 draws rooms"
                : "at least one is needed"
        );
        var environment = new OpenLockEnvironment(settings.Of(scenario));

        // Episodes end by themselves: the limit is the length of the longest.
        return new TimeLimit<OpenLockEnvironment>(
            environment,
            limit ?? environment.Specification.StepLimit!.Value,
            name,
            solvedAt: null
        );
    }
}
