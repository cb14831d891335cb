using Hebb.Costs;

namespace Hebb.Report.Rules;

/// <summary>The constants of <see cref="TwoPhaseEquilibriumPropagation{T}"/>.</summary>
/// <param name="Beta">The nudging strength of the second phase; not 0.</param>
/// <param name="Cost">What the outputs are nudged by.</param>
/// <param name="FreeSteps">Steps of the free phase; at least 0.</param>
/// <param name="NudgedSteps">Steps of the nudged phase; at least 1.</param>
/// <param name="DivideByBeta">
/// Whether the difference of correlations is divided by beta, eq. (5); the report's code does not divide.
/// </param>
public readonly record struct TwoPhaseOptions(
    double Beta,
    SquaredError Cost,
    int FreeSteps,
    int NudgedSteps,
    bool DivideByBeta = true
);
