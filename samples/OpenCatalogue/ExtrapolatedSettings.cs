using Hebb.Learning;
using Hebb.Learning.Contrastive;

namespace OpenCatalogue;

/// <summary>Estimates by <see cref="ExtrapolatedPropagation"/>.</summary>
public sealed record ExtrapolatedSettings : NudgedEstimatorSettings
{
    /// <inheritdoc/>
    public override string Name => "extrapolated";

    /// <inheritdoc/>
    public override string Description => "one-sided equilibrium propagation at beta and half of it, extrapolated to 0";

    /// <inheritdoc/>
    public override int? ErrorOrder => 2;

    /// <inheritdoc/>
    public override string Hue => "#009E73";

    /// <inheritdoc/>
    public override IGradientEstimator Create(EstimatorPhases phases) =>
        new ExtrapolatedPropagation(
            new OneSidedSettings { Beta = Beta }.Create(phases),
            new OneSidedSettings { Beta = Beta / 2 }.Create(phases)
        );
}
