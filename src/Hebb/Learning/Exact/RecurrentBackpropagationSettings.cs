namespace Hebb.Learning.Exact;

/// <summary>Estimates by <see cref="RecurrentBackpropagation"/>.</summary>
public sealed record RecurrentBackpropagationSettings : EstimatorSettings
{
    /// <inheritdoc/>
    public override string Name => "recurrent-backprop";

    /// <inheritdoc/>
    public override string Description => "the exact gradient at the fixed point, by implicit differentiation";

    /// <inheritdoc/>
    public override bool IsExact => true;

    /// <summary>How far an error may still move when it stops.</summary>
    [Range(0, double.MaxValue)]
    public double ErrorTolerance { get; init; } = 1e-6;

    /// <summary>The iterations at most.</summary>
    [Range(1, int.MaxValue)]
    public int ErrorIterations { get; init; } = 1000;

    /// <inheritdoc/>
    public override IGradientEstimator Create(EstimatorPhases phases) =>
        new RecurrentBackpropagation(phases.Free, ErrorTolerance, ErrorIterations);
}
