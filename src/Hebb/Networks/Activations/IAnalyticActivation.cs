namespace Hebb.Networks.Activations;

/// <summary>
/// An activation that continues into the complex plane, as holomorphic equilibrium propagation needs (Laborieux and
/// Zenke 2022).
/// </summary>
public interface IAnalyticActivation : IActivation
{
    /// <summary>rho(u).</summary>
    /// <param name="unit">The unit's drive u, near the real axis.</param>
    static abstract Complex Apply(Complex unit);
}
