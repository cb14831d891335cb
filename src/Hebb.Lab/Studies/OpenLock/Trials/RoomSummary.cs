using Hebb.Lab.Summaries;

namespace Hebb.Lab.Studies.OpenLock.Trials;

/// <summary>What came of the runs of a group.</summary>
/// <param name="Runs">Its runs, in the order of their seeds; at least one.</param>
internal sealed record RoomSummary(RoomGroup Group, ImmutableArray<RoomRun> Runs)
{
    /// <summary>The attempts of the first trials in rooms of the test, over seeds.</summary>
    public Estimate First { get; } = Estimate.Of([.. Runs.Select(run => run.First)]);

    /// <summary>The attempts of all trials of the test, over seeds.</summary>
    public Estimate Whole { get; } = Estimate.Of([.. Runs.Select(run => run.Whole)]);

    /// <summary>The attempts that show what training did, over seeds; see <see cref="RoomRun.Transferred"/>.</summary>
    public Estimate Transferred { get; } = Estimate.Of([.. Runs.Select(run => run.Transferred)]);

    /// <summary>The attempts of the trials of the test, or at the end of learning, over seeds.</summary>
    public Estimate End { get; } = Estimate.Of([.. Runs.Select(run => run.End)]);

    /// <summary>Their mean over seeds, as it is published of others.</summary>
    public double EndMean { get; } = Runs.Average(run => run.End);

    /// <summary>The most of a seed.</summary>
    public double EndWorst { get; } = Runs.Max(run => run.End);

    /// <summary>In how many runs all solutions were found in each of those trials.</summary>
    public int Solved { get; } = Runs.Count(run => run.IsSolved);
}
