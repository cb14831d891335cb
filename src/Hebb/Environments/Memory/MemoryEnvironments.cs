using Hebb.Settings;

namespace Hebb.Environments.Memory;

/// <summary>The memory tasks that are known by name, with their usual options.</summary>
internal static class MemoryEnvironments
{
    private static readonly EnvironmentEdition[] Editions = [EnvironmentEdition.Gymnasium];

    // Of tasks whose one answer is rewarded 1 or -1, or whose rewards are as large parts of these as there are answers.
    private static readonly ReturnRange Answers = new(-1, 1);

    /// <summary>Every one of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<EnvironmentEntry> All { get; } =
    [
        Entry(new TMazeSettings(), settings => new TMaze(settings)) with
        {
            Description = "a corridor to a junction; which arm is rewarded is shown at the start alone",
            Budget = 100_000,
            Returns = (steps, _) => new ReturnRange(-TMaze.WaitCost * steps, TMaze.ArmReward),
        },
    ];

    private static EnvironmentEntry Entry<TSettings>(TSettings standard, Func<TSettings, MemoryEnvironment> create)
        where TSettings : class, ISettings
    {
        var options = EnvironmentOptions.Of(
            standard,
            (settings, limit) =>
            {
                SettingRules.Require(settings);
                MemoryEnvironment environment = create(settings);
                return new TimeLimit<MemoryEnvironment>(environment, limit ?? environment.Specification.StepLimit!.Value);
            }
        );
        return new EnvironmentEntry(
            options.Create(standard).Specification,
            Editions,
            (_, limit) => options.Create(standard, limit)
        )
        {
            Options = options,
            Returns = (_, _) => Answers,
        };
    }
}
