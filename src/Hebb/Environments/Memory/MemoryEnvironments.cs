using Hebb.Environments.Memory.Options;
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
        Entry(new MemoryChainSettings(), settings => new MemoryChain("MemoryLength-v0", settings)) with
        {
            Description = "a bit shown at the start is asked for after a chain of steps",
        },
        Entry(
            new MemoryChainSettings { Length = 2, Bits = 5 },
            settings => new MemoryChain("MemorySize-v0", settings)
        ) with
        {
            Description = "one of several bits shown at the start is asked for two steps later",
        },
        Entry(new RepeatPreviousSettings(), RepeatedCards.OfPrevious) with
        {
            Description = "name the suit of the k-th last card at every step",
            Budget = 200_000,
        },
        Entry(new DeckSettings(), RepeatedCards.OfFirst) with
        {
            Description = "name the suit of the first card at every step",
        },
        Entry(new DeckSettings(), settings => new Autoencode(settings)) with
        {
            Description = "see all cards of a deck, then name their suits from the last to the first",
            Budget = 500_000,
        },
        Entry(new FlaggedRecallSettings(), settings => new FlaggedRecall(settings)) with
        {
            Description = "a sign at every step; recall the one that was flagged",
        },
        Entry(new AssociativeRecallSettings(), settings => new AssociativeRecall(settings)) with
        {
            Description = "keys with values, drawn anew every episode; recall the value of one key",
        },
        Entry(new DelayedMatchSettings(), settings => new DelayedMatch(settings)) with
        {
            Description = "do two symbols match that are shown with a delay between them",
        },
        Entry(new DeepSeaSettings(), settings => new DeepSea(settings)) with
        {
            Description = "one way of 2^N leads to the treasure: exploration, without any need of a memory",
            Returns = (_, options) => ReturnsOf((DeepSeaSettings?)options ?? new DeepSeaSettings()),
        },
    ];

    // Noise has no bounds.
    private static ReturnRange? ReturnsOf(DeepSeaSettings settings) =>
        settings.IsStochastic ? null : new ReturnRange(-DeepSea.MoveCost, 1 - DeepSea.MoveCost);

    private static EnvironmentEntry Entry<TSettings>(TSettings standard, Func<TSettings, MemoryEnvironment> create)
        where TSettings : class, ISettings
    {
        var options = EnvironmentOptions.Of(
            standard,
            (settings, limit) =>
            {
                SettingRules.Require(settings);
                MemoryEnvironment environment = create(settings);
                return new TimeLimit<MemoryEnvironment>(
                    environment,
                    limit ?? environment.Specification.StepLimit!.Value
                );
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
