namespace Hebb.Lab.Runs;

/// <summary>What supervised training has come to, as its record says it; accuracies are parts of 1.</summary>
/// <param name="Epochs">The epochs that it has to train for.</param>
/// <param name="EpochsDone">Those that were finished with finite numbers.</param>
/// <param name="TrainingCost">The mean cost of a training example in the last of them; null before the first.</param>
/// <param name="TrainingAccuracy">The part of the training examples that were classified right in it.</param>
/// <param name="TestCost">The mean cost of a test example after it.</param>
/// <param name="TestAccuracy">The part of the test examples that were classified right after it.</param>
/// <param name="BestTestAccuracy">The same after the best epoch.</param>
/// <param name="BestEpoch">That epoch, from 1; the first of equal ones.</param>
/// <param name="DivergedInEpoch">
/// The epoch, from 1, in which a cost, a unit or a parameter was NaN or infinite and which ended the run; null when all
/// stayed finite.
/// </param>
public sealed record SupervisedOutcome(
    int Epochs,
    int EpochsDone,
    double? TrainingCost,
    double? TrainingAccuracy,
    double? TestCost,
    double? TestAccuracy,
    double? BestTestAccuracy,
    int? BestEpoch,
    int? DivergedInEpoch
);
