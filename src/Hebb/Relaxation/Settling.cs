namespace Hebb.Relaxation;

/// <summary>How a phase went, over a batch of examples.</summary>
/// <param name="Examples">How many examples settled side by side.</param>
/// <param name="Sweeps">The sweeps of all examples together.</param>
/// <param name="MostSweeps">The sweeps of the example that took longest.</param>
/// <param name="Unsettled">
/// The examples that used up their sweeps while a unit still moved further than tolerated; 0 where the number of sweeps
/// is fixed and nothing is asked of the residual.
/// </param>
/// <param name="Diverged">The examples with a unit that is not a finite number.</param>
/// <param name="LargestResidual">
/// How far a unit moved in the last sweep of its example, at most over all examples; per unit of step size.
/// </param>
public readonly record struct Settling(
    int Examples,
    long Sweeps,
    int MostSweeps,
    int Unsettled,
    int Diverged,
    double LargestResidual
)
{
    /// <summary>The sweeps of an example, on average.</summary>
    public double MeanSweeps => Examples == 0 ? 0 : (double)Sweeps / Examples;

    /// <summary>Whether every example came to rest, or did the fixed number of sweeps, with finite units.</summary>
    public bool IsSettled => Unsettled == 0 && Diverged == 0;

    /// <summary>Two phases, or two parts of a batch, taken together.</summary>
    public Settling And(Settling other) =>
        new(
            Examples + other.Examples,
            Sweeps + other.Sweeps,
            Math.Max(MostSweeps, other.MostSweeps),
            Unsettled + other.Unsettled,
            Diverged + other.Diverged,
            Math.Max(LargestResidual, other.LargestResidual)
        );
}
