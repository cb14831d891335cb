namespace Hebb.Learning.Exact;

/// <summary>Estimates by <see cref="BackpropagationThroughSweeps"/>, through the sweeps of the free phase.</summary>
public sealed record BackpropagationThroughSweepsSettings : EstimatorSettings
{
    /// <inheritdoc/>
    public override string Name => "backprop-through-sweeps";

    /// <inheritdoc/>
    public override string Description =>
        "the exact gradient after a fixed number of sweeps, by backpropagation through them";

    /// <inheritdoc/>
    public override bool IsExact => true;

    /// <inheritdoc/>
    public override bool NeedsPlainSweeps => true;

    /// <inheritdoc/>
    public override IGradientEstimator Create(EstimatorPhases phases) =>
        new BackpropagationThroughSweeps(phases.Phases.FreeSweeps, phases.Phases.FreeOrder);
}
