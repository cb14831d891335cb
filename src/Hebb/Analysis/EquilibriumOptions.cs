using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Analysis;

/// <summary>How the equilibria of a network are sought.</summary>
public sealed record EquilibriumOptions
{
    /// <summary>From how many states each input settles: rest, and random ones; at least 1.</summary>
    public int Starts
    {
        get;
        init => field = value >= 1 ? value : throw Wrong(nameof(Starts), value, "at least 1");
    } = 32;

    /// <summary>
    /// Random starts have every free unit at rho(u), u uniform within this; positive. With 3 units of tanh start anywhere in
    /// their range, most of them near its ends.
    /// </summary>
    public double Spread
    {
        get;
        init => field = Positive(value, nameof(Spread));
    } = 3;

    /// <summary>
    /// Two settled states are one equilibrium where no unit differs by more than this; positive, and well above the
    /// tolerance of the relaxation.
    /// </summary>
    public double Distance
    {
        get;
        init => field = Positive(value, nameof(Distance));
    } = 1e-2;

    /// <summary>How states settle: to a tight tolerance, with sweeps to spare. States that have not settled by then are left out.</summary>
    public IRelaxation Relaxation { get; init; } = new FixedPoint(maxSweeps: 2000, tolerance: 1e-6);

    /// <summary>The seed of the starts.</summary>
    public ulong Seed { get; init; }

    private static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw Wrong(name, value, "a positive finite number");

    private static ArgumentException Wrong(string name, double value, string needed) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}: {value}; {needed} is needed"), name);
}
