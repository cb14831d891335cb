namespace Hebb.Relaxation.Sweeps;

/// <summary>How a layer's units move in a sweep.</summary>
/// <param name="Step">
/// 1 for a fixed-point sweep, s = rho(drive); below 1 for a step of gradient flow,
/// s = rho((1 - step) G'(s) + step drive).
/// </param>
/// <param name="SolvesNudge">
/// Whether the part of the nudging that is linear in the output is solved for rather than taken at the old units; see
/// <see cref="Costs.ICost.Curvature"/>.
/// </param>
internal readonly record struct LayerRule(double Step, bool SolvesNudge)
{
    /// <summary>A fixed-point sweep.</summary>
    public static LayerRule FixedPoint => new(1, SolvesNudge: true);
}
