using System.Collections.Immutable;
using Hebb.Lab.Summaries;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>What came of the courses of a group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Courses">Its courses, in the order of their seeds; at least one.</param>
public sealed record RoomSummary(RoomGroup Group, ImmutableArray<RoomCourse> Courses)
{
    /// <summary>The attempts of the first trials in rooms of the test, over seeds.</summary>
    public Estimate First { get; } = Estimate.Of([.. Courses.Select(course => course.First)]);

    /// <summary>The attempts of all trials of the test, over seeds.</summary>
    public Estimate Whole { get; } = Estimate.Of([.. Courses.Select(course => course.Whole)]);

    /// <summary>The attempts that show what training did, over seeds; see <see cref="RoomCourse.Transferred"/>.</summary>
    public Estimate Transferred { get; } = Estimate.Of([.. Courses.Select(course => course.Transferred)]);

    /// <summary>The attempts of the trials of the test, or at the end of learning, over seeds.</summary>
    public Estimate End { get; } = Estimate.Of([.. Courses.Select(course => course.End)]);

    /// <summary>Their mean over seeds, as it is published of others.</summary>
    public double EndMean { get; } = Courses.Average(course => course.End);

    /// <summary>The most of a seed.</summary>
    public double EndWorst { get; } = Courses.Max(course => course.End);

    /// <summary>In how many courses all solutions were found in each of those trials.</summary>
    public int Solved { get; } = Courses.Count(course => course.IsSolved);
}
