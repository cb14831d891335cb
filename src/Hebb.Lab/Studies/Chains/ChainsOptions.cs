using System.ComponentModel.DataAnnotations;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Lab.Configurations;

namespace Hebb.Lab.Studies.Chains;

/// <summary>What is measured: rows of levers of 1 to some number of steps, and rooms of OpenLock, each from several seeds.</summary>
internal sealed record ChainsOptions : StudyOptions
{
    /// <summary>The most steps that can be measured.</summary>
    public const int MostSteps = LeverRow.MostActions;

    /// <summary>From how many chains on lists are played for <see cref="ListedAttempts"/> alone.</summary>
    public const int LongList = 1_000_000;

    /// <summary>The attempts after which a room that is not solved is left.</summary>
    public const int AttemptLimit = 10_000;

    /// <summary>The steps of the longest row; from 1 to <see cref="MostSteps"/>.</summary>
    [StudyOption(Description = "The steps of the longest chains."), Range(1, MostSteps)]
    public int Steps { get; init; } = 6;

    /// <summary>The seeds: of each a row is drawn and a learner made.</summary>
    [StudyOption(
        Description = "The seeds, each of which gives a row of levers and a learner: 0..19, 7 or 1,5,9.",
        IsAlwaysPrinted = true
    )]
    public SeedSet Seeds { get; init; } = SeedSet.Range(0, 4);

    /// <summary>How many attempts are made with lists of more than <see cref="LongList"/> chains; at least 1.</summary>
    [StudyOption(
        Description = "The attempts that are made with lists of more than a million chains, each of which takes seconds."
    )]
    [Range(1, AttemptLimit)]
    public int ListedAttempts { get; init; } = 3;

    /// <summary>What is measured, in the order of the tables.</summary>
    public ImmutableArray<ChainSubject> Subjects =>
        [.. Enumerable.Range(1, Steps).Select(ChainSubject.OfRow), .. ChainSubject.Rooms];
}
