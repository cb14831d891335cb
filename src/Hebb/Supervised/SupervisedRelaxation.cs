using System.ComponentModel.DataAnnotations;

namespace Hebb.Supervised;

/// <summary>How the phases of supervised training settle: by sweeps over the network.</summary>
public sealed record SupervisedRelaxation
{
    /// <summary>The sweeps of the free phase, at most where there is a tolerance; at least 1.</summary>
    [Range(1, 1_000_000)]
    public int FreeSweeps { get; init; } = 30;

    /// <summary>The sweeps of each nudged phase, at most where there is a tolerance; at least 1.</summary>
    [Range(1, 1_000_000)]
    public int NudgedSweeps { get; init; } = 10;

    /// <summary>How far a unit of a settled example may move in a sweep; 0 for phases of a fixed number of sweeps.</summary>
    [Range(0, double.MaxValue)]
    public double Tolerance { get; init; }
}
