using Hebb.Relaxation;

namespace Hebb.Supervised;

/// <summary>The progress of an epoch of supervised training, over the batches that were learned from.</summary>
/// <param name="TotalExamples">How many examples the epoch has.</param>
/// <param name="Examples">How many of them were learned from.</param>
/// <param name="CostSum">The costs of their free outputs, each before the step of its batch, added up.</param>
/// <param name="Correct">For how many of them the highest free output was that of their class.</param>
/// <param name="Free">How the free phases went, all together.</param>
/// <param name="Nudged">How all other phases went, all together.</param>
/// <param name="HasDiverged">
/// Whether a cost, a unit or a parameter is not finite: the epoch has ended there, and the last batch or the parameters
/// are no good.
/// </param>
public readonly record struct EpochProgress(
    int TotalExamples,
    int Examples,
    double CostSum,
    int Correct,
    Settling Free,
    Settling Nudged,
    bool HasDiverged
)
{
    /// <summary>The mean cost of an example; NaN before the first.</summary>
    public double MeanCost => CostSum / Examples;

    /// <summary>The part of the examples that were classified right, from 0 to 1; NaN before the first.</summary>
    public double Accuracy => (double)Correct / Examples;

    /// <summary>The sweeps of an example in the free phase, on average; NaN before the first.</summary>
    public double FreeSweeps => (double)Free.Sweeps / Examples;

    /// <summary>The sweeps of an example in all other phases together, on average; NaN before the first.</summary>
    public double NudgedSweeps => (double)Nudged.Sweeps / Examples;

    /// <summary>
    /// The part of the phases of all examples that used up their sweeps unsettled, from 0 to 1; NaN before the first.
    /// </summary>
    public double UnsettledPhases => (double)Free.And(Nudged).Unsettled / Free.And(Nudged).Examples;
}
