namespace Hebb.Relaxation;

/// <summary>When a phase ends.</summary>
/// <param name="MaxSweeps">The sweeps of an example at most.</param>
/// <param name="Tolerance">The residual of a settled example; 0 for a fixed number of sweeps.</param>
internal readonly record struct StoppingRule(int MaxSweeps, double Tolerance)
{
    /// <summary>Whether a phase without a tolerance says how far units moved in its last sweep.</summary>
    public bool Measures { get; init; } = true;

    /// <summary>Whether examples stop by their residual.</summary>
    public bool IsByResidual => Tolerance > 0;
}
