namespace Hebb.Learning.Contrastive;

/// <summary>Estimates by <see cref="EquilibriumPropagation"/> with one nudged state of random sign.</summary>
public sealed record RandomSignSettings : NudgedEstimatorSettings
{
    /// <inheritdoc/>
    public override string Name => "random-sign";

    /// <inheritdoc/>
    public override string Description => "the same, the sign of beta drawn for each batch";

    /// <inheritdoc/>
    public override int? ErrorOrder => 1;

    /// <inheritdoc/>
    public override string Hue => "#E69F00";

    /// <inheritdoc/>
    public override IGradientEstimator Create(EstimatorPhases phases) =>
        new EquilibriumPropagation(
            Nudging.RandomSign(
                Beta,
                phases.Random
                    ?? throw new ArgumentException(
                        "estimator 'random-sign': no random stream; one is needed to draw signs from",
                        nameof(phases)
                    )
            ),
            phases.Free,
            phases.Nudged,
            phases.LinearisesCost
        );
}
