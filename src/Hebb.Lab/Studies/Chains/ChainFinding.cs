using Hebb.Numerics.Statistics;

namespace Hebb.Lab.Studies.Chains;

/// <summary>The results of learners with one form of chains in some rooms.</summary>
/// <param name="Form">The form of the chains.</param>
/// <param name="Measurements">One for each seed; none where chains of this form cannot be held.</param>
internal sealed record ChainFinding(ChainSubject Subject, ChainForm Form, ImmutableArray<ChainMeasurement> Measurements)
{
    /// <summary>Whether anything could be measured.</summary>
    public bool IsMeasured => Measurements.Length > 0;

    /// <summary>The bytes of the chains: the most of any seed, or what would be needed.</summary>
    public long HeldBytes =>
        IsMeasured
            ? Measurements.Max(one => one.HeldBytes)
            : Form.NeededBytes(Subject.Space)
                ?? throw new InvalidOperationException($"Chains that are {Form} can be held and were not measured.");

    /// <summary>
    /// The bytes of the whole learner, null where nothing was measured: the median of the seeds, as the collector's account of the
    /// same learner differs by some 8 kB now and then.
    /// </summary>
    public double? LearnerBytes =>
        IsMeasured ? Median.Of([.. Measurements.Select(one => (double)one.LearnerBytes)]) : null;

    /// <summary>The most bytes on the heap with any seed, garbage included; null where nothing was measured.</summary>
    public long? PeakBytes => IsMeasured ? Measurements.Max(one => one.PeakBytes) : null;

    /// <summary>The median seconds of an attempt, over the attempts of all seeds; null where nothing was measured.</summary>
    public double? SecondsPerAttempt => IsMeasured ? Median.Of([.. Measurements.SelectMany(one => one.Seconds)]) : null;

    /// <summary>Whether every seed's rooms were solved.</summary>
    public bool IsSolved => IsMeasured && Measurements.All(one => one.IsSolved);

    /// <summary>The mean number of attempts that solved a seed's rooms; null where not all were solved.</summary>
    public double? AttemptsToSolve => IsSolved ? Measurements.Average(one => one.Attempts) : null;
}
