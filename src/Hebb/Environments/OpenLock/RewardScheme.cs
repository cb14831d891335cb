namespace Hebb.Environments.OpenLock;

/// <summary>Turns what an action brought about into a reward.</summary>
/// <remarks>
/// The multiplier is max(1, <see cref="SolutionMultiplier"/> times the solutions found), by both rules. Upstream's code of 2018
/// had it cool down over a session, and that of 2020 overwrote it with 10.
/// </remarks>
public sealed record RewardScheme
{
    private const double Change = 0.5;
    private const double NoEffect = -0.5;
    private const double Repeat = -0.25;
    private const double Partial = 1;
    private const double Unlock = 10;
    private const double Open = 50;
    private const double DoorSequence = 0.5;

    /// <summary>What is rewarded.</summary>
    public RewardMode Mode { get; init; } = RewardMode.UniqueSolutions;

    /// <summary>By which version's rules.</summary>
    public RewardRule Rule { get; init; }

    /// <summary>What the rewards of a new solution grow by with every solution found, in the modes with M; 0 or above.</summary>
    public double SolutionMultiplier { get; init; } = 1.5;

    /// <summary>The reward of an action.</summary>
    /// <param name="facts">What it brought about.</param>
    public double Of(in ActionFacts facts)
    {
        var opens = facts.IsUnlocked && facts.PushesDoor;
        var unlocks = facts.IsUnlocked && (Rule == RewardRule.Legacy2018 || facts.IsPartial);
        return Mode switch
        {
            RewardMode.Basic => Success(opens, unlocks) ?? 0,
            RewardMode.ChangeState => Success(opens, unlocks) ?? (facts.IsChange ? Change : 0),
            RewardMode.UniqueSolutions => Success(opens && facts.IsUnique, unlocks && facts.IsUnique) ?? 0,
            RewardMode.ChangeStateUniqueSolutions => Success(opens && facts.IsUnique, unlocks && facts.IsUnique)
                ?? (facts.IsChange ? Change : 0),
            RewardMode.NegativeImmovable => Success(opens, unlocks) ?? Immovable(facts) ?? 0,
            RewardMode.NegativeImmovableUniqueSolutions => Success(opens && facts.IsUnique, unlocks && facts.IsUnique)
                ?? Immovable(facts)
                ?? 0,
            RewardMode.NegativeImmovablePartialSequence => Success(opens, unlocks)
                ?? BeginsSolution(facts)
                ?? Immovable(facts)
                ?? 0,
            RewardMode.NegativeImmovableNegativeRepeat => Success(opens, unlocks)
                ?? (facts.IsRepeated ? Repeat : Immovable(facts) ?? 0),
            RewardMode.NegativeImmovableSolutionMultiplier => Multiplied(facts, opens, unlocks)
                ?? Immovable(facts)
                ?? 0,
            RewardMode.NegativeImmovablePartialSequenceSolutionMultiplier => Multiplied(facts, opens, unlocks)
                ?? BeginsSolution(facts)
                ?? Immovable(facts)
                ?? 0,
            RewardMode.NegativeImmovablePartialSequenceSolutionMultiplierDoorSequence => Multiplied(
                facts,
                opens,
                unlocks
            )
                ?? BeginsSolution(facts)
                ?? Immovable(facts)
                ?? EndsWithDoor(facts),
            RewardMode.NegativeChangeStatePartialSequenceSolutionMultiplier => Multiplied(facts, opens, unlocks)
                ?? BeginsSolution(facts)
                ?? (facts.IsChange ? 0 : NoEffect),
            _ => throw new InvalidOperationException($"There is no reward mode {Mode}."),
        };
    }

    private static double? Success(bool opens, bool unlocks) =>
        opens ? Open
        : unlocks ? Unlock
        : null;

    private static double? BeginsSolution(in ActionFacts facts) => facts.IsPartial ? Partial : null;

    private static double EndsWithDoor(in ActionFacts facts) =>
        !facts.IsLast ? 0
        : facts.PushesDoor ? DoorSequence
        : -DoorSequence;

    private double? Immovable(in ActionFacts facts) =>
        (Rule == RewardRule.Legacy2018 ? facts.IsOnInactive : !facts.IsChange) ? NoEffect : null;

    private double? Multiplied(in ActionFacts facts, bool opens, bool unlocks)
    {
        var multiplier = facts.IsUnique ? Math.Max(1, SolutionMultiplier * facts.Found) : 1;
        return Success(opens, unlocks) * multiplier;
    }
}

/// <summary>Which version of upstream's rewards is meant, where the two differ.</summary>
public enum RewardRule
{
    /// <summary>
    /// That of 2020, as it was meant: an unlocked door pays on the way of a solution alone, and an action has no effect where
    /// nothing changed.
    /// </summary>
    Current2020,

    /// <summary>
    /// That of 2018: every action after which the door is unlocked pays, and only an action upon an inactive lever counts as one
    /// without effect.
    /// </summary>
    Legacy2018,
}
