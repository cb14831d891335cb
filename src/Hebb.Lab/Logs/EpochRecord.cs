namespace Hebb.Lab.Logs;

/// <summary>What one pass over the training examples did, and how the network stood after it.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Seconds">The wall time of its training, without evaluation.</param>
/// <param name="TrainingCost">The mean cost of a training example; NaN where a network has diverged.</param>
/// <param name="TrainingAccuracy">The part of the training examples that are classified right, from 0 to 1; NaN where a network has diverged.</param>
/// <param name="TestCost">The mean cost of a test example; NaN where a network has diverged.</param>
/// <param name="TestAccuracy">The part of the test examples that are classified right, from 0 to 1; NaN where a network has diverged.</param>
/// <param name="FreeSweeps">Sweeps over the network in the free phase, mean of an example.</param>
/// <param name="NudgedSweeps">Sweeps over the network in all nudged phases together, mean of an example.</param>
/// <param name="UnsettledPhases">The part of the phases that used up their sweeps unsettled, from 0 to 1.</param>
/// <param name="ExamplesPerSecond">Training examples for each second of <paramref name="Seconds"/>.</param>
public sealed record EpochRecord(
    int Epoch,
    double Seconds,
    double TrainingCost,
    double TrainingAccuracy,
    double TestCost,
    double TestAccuracy,
    double FreeSweeps,
    double NudgedSweeps,
    double UnsettledPhases,
    double ExamplesPerSecond
)
{
    /// <summary>How many numbers make an epoch.</summary>
    internal const int Numbers = 10;

    /// <summary>The epoch as numbers, in the order of its parameters.</summary>
    internal double[] ToNumbers() =>
        [
            Epoch,
            Seconds,
            TrainingCost,
            TrainingAccuracy,
            TestCost,
            TestAccuracy,
            FreeSweeps,
            NudgedSweeps,
            UnsettledPhases,
            ExamplesPerSecond,
        ];

    /// <summary>The epoch that numbers make.</summary>
    /// <param name="numbers">As <see cref="ToNumbers"/> gives them.</param>
    internal static EpochRecord Of(double[] numbers) =>
        new(
            (int)numbers[0],
            numbers[1],
            numbers[2],
            numbers[3],
            numbers[4],
            numbers[5],
            numbers[6],
            numbers[7],
            numbers[8],
            numbers[9]
        );
}
