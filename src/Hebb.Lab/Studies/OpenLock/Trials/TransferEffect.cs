using Hebb.Lab.Summaries;
using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.OpenLock.Trials;

/// <summary>
/// What training in rooms of three levers did to the attempts in rooms of four (<see cref="RoomRun.Transferred"/>): after rooms of the same causal structure
/// against rooms of the other one, and against no training.
/// </summary>
/// <param name="Learner">Who was trained.</param>
/// <param name="Test">The scenario of the test.</param>
/// <param name="Congruent">After rooms of the same structure.</param>
/// <param name="Incongruent">After rooms of the other one.</param>
/// <param name="Baseline">Without training; null where that was not played.</param>
internal sealed record TransferEffect(
    RoomLearner Learner,
    RoomProtocol Protocol,
    string Test,
    RoomSummary Congruent,
    RoomSummary Incongruent,
    RoomSummary? Baseline
)
{
    /// <summary>The attempts more after rooms of the other structure than after rooms of the same one.</summary>
    public Estimate OfCongruence => Difference(Incongruent, Congruent);

    /// <summary>The attempts more without training than after rooms of the same structure; below 0 for a negative transfer.</summary>
    public Estimate? OfTraining => Baseline is null ? null : Difference(Baseline, Congruent);

    /// <summary>The attempts more without training than after rooms of the other structure; below 0 for a negative transfer.</summary>
    public Estimate? OfOtherTraining => Baseline is null ? null : Difference(Baseline, Incongruent);

    /// <summary>Welch's t of the congruence effect on means; not a number where no run differs from another.</summary>
    public double T
    {
        get
        {
            var (one, other) = (Moments(Incongruent), Moments(Congruent));
            return (one.Mean - other.Mean) / Math.Sqrt(one.OfMean + other.OfMean);
        }
    }

    /// <summary>The effects that some summaries show.</summary>
    public static ImmutableArray<TransferEffect> Of(IReadOnlyList<RoomSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        return
        [
            .. from ofOne in summaries.GroupBy(row => (row.Group.Learner, row.Group.Protocol, row.Group.Condition.Test))
            let congruent = ofOne.FirstOrDefault(row => row.Group.Condition.IsCongruent)
            let incongruent = ofOne.FirstOrDefault(row =>
                row.Group.Condition is { Training: not null, IsCongruent: false }
            )
            where congruent is not null && incongruent is not null
            select new TransferEffect(
                ofOne.Key.Learner,
                ofOne.Key.Protocol,
                ofOne.Key.Test,
                congruent,
                incongruent,
                ofOne.FirstOrDefault(row => row.Group.Condition.Training is null)
            ),
        ];
    }

    private static Estimate Difference(RoomSummary one, RoomSummary other)
    {
        double[] values = [.. one.Runs.Select(run => run.Transferred)];
        double[] others = [.. other.Runs.Select(run => run.Transferred)];
        return new Estimate(
            InterquartileDifference.Of(values, others),
            Math.Min(values.Length, others.Length) < Criteria.LeastForInterval
                ? null
                : InterquartileDifference.Interval(values, others, Criteria.Resamples, Criteria.ResamplingSeed)
        );
    }

    private static (double Mean, double OfMean) Moments(RoomSummary summary)
    {
        double[] values = [.. summary.Runs.Select(run => run.Transferred)];
        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
        return (mean, variance / values.Length);
    }
}
