using Hebb.Supervised;

namespace Hebb.Lab.Supervised;

/// <summary>How a run is doing at some moment.</summary>
/// <param name="Epoch">The epoch under way, from 1.</param>
/// <param name="Stage">What it is at.</param>
/// <param name="Training">How far its training is.</param>
/// <param name="Tested">How many test examples are answered.</param>
/// <param name="ExamplesPerSecond">Training examples for each second of training, over the whole run; 0 at first.</param>
/// <param name="Left">How long the run will take yet, at its speed up to now; null at first.</param>
public readonly record struct SupervisedSnapshot(
    int Epoch,
    SupervisedStage Stage,
    EpochProgress Training,
    int Tested,
    double ExamplesPerSecond,
    TimeSpan? Left
);

/// <summary>What an epoch is at.</summary>
public enum SupervisedStage
{
    /// <summary>Training examples are being learned from.</summary>
    Training,

    /// <summary>Test examples are being answered.</summary>
    Testing,

    /// <summary>The files are being written.</summary>
    Writing,
}
