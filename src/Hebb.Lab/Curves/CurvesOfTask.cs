namespace Hebb.Lab.Curves;

/// <summary>A panel of curves.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Curves">The curves.</param>
/// <param name="Colored">The labels of the configurations that have a colour, in the order of the colours.</param>
/// <param name="Threshold">The return from which the environment counts as solved; null where it is not shown.</param>
internal sealed record CurvesOfTask(
    string Environment,
    ConfigurationCurve[] Curves,
    string[] Colored,
    double? Threshold
);
