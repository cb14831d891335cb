using Hebb.Analysis;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>One gradient beside the exact one.</summary>
/// <param name="Network">Which network of the combination, from 0.</param>
/// <param name="Beta">The nudging strength; null where the estimator has none.</param>
/// <param name="Agreement">How well the two agree.</param>
/// <param name="Sweeps">The sweeps of the example and phase that took longest.</param>
/// <param name="IsSettled">Whether every phase came to rest with finite units.</param>
/// <param name="CrossesKink">
/// Whether, nudged by beta or minus beta, a unit leaves the linear piece of its activation, or one of the two does not come to
/// rest: the estimate need then be no smooth function of beta from there to 0. Never where no activation is piecewise linear.
/// </param>
/// <param name="Rounding">The relative error that rounding, or settling to a tolerance, may leave.</param>
public sealed record GradientMeasurement(
    int Network,
    double? Beta,
    GradientAgreement Agreement,
    int Sweeps,
    bool IsSettled,
    bool CrossesKink,
    double Rounding
);
