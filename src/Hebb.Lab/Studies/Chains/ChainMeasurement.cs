namespace Hebb.Lab.Studies.Chains;

/// <summary>The results of one learner in the rooms of a seed.</summary>
/// <param name="HeldBytes">The bytes that its chains are held in at the end, by their own account.</param>
/// <param name="LearnerBytes">The bytes of the whole learner at the end, by the garbage collector's account.</param>
/// <param name="PeakBytes">The most bytes on the heap after any attempt, garbage included, beyond those before there was a learner.</param>
/// <param name="IsSolved">Whether every solution of every room was found.</param>
/// <param name="Seconds">The seconds of each attempt.</param>
/// <param name="Actions">What it did, attempt after attempt.</param>
internal sealed record ChainMeasurement(
    ulong Seed,
    long HeldBytes,
    long LearnerBytes,
    long PeakBytes,
    bool IsSolved,
    ImmutableArray<double> Seconds,
    ImmutableArray<byte> Actions
)
{
    /// <summary>How many attempts it made.</summary>
    public int Attempts => Seconds.Length;
}
