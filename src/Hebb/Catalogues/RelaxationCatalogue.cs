using Hebb.Relaxation;
using Hebb.Relaxation.Acceleration;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Catalogues;

/// <summary>The relaxations that are known by name.</summary>
public static class RelaxationCatalogue
{
    /// <summary>Every relaxation, in the order in which they are shown.</summary>
    public static IReadOnlyList<RelaxationEntry> All { get; } =
    [
        new(
            "fixed-point",
            "sweeps: every unit takes the activity that its neighbours drive",
            options => new FixedPoint(options.MaxSweeps, options.Tolerance, options.Order)
        ),
        new(
            "gradient-flow",
            "steps of all units at once down the energy",
            options => new GradientFlow(options.StepSize, options.MaxSweeps, options.Tolerance)
        ),
        new(
            "momentum",
            "sweeps with a heavy ball, made safe",
            options => new Momentum(options.MaxSweeps, options.Momentum, options.Tolerance, options.Order)
        ),
        new(
            "anderson",
            "sweeps with Anderson acceleration, made safe",
            options => new Anderson(options.MaxSweeps, options.Window, options.Tolerance, options.Order)
        ),
    ];

    /// <summary>The names of all relaxations, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(entry => entry.Name)];

    /// <summary>Makes a relaxation.</summary>
    /// <param name="name">A name of the catalogue, such as <c>fixed-point</c>, in its exact spelling.</param>
    /// <param name="options">What it is made with; the defaults where it is not given.</param>
    /// <exception cref="ArgumentException">There is no such relaxation, or an option that it takes is out of its range.</exception>
    public static IRelaxation Create(string name, RelaxationOptions? options = null) =>
        Find(name).Create(options ?? new RelaxationOptions());

    /// <summary>The entry of a relaxation.</summary>
    /// <param name="name">A name of the catalogue, such as <c>fixed-point</c>, in its exact spelling.</param>
    /// <exception cref="ArgumentException">There is no such relaxation.</exception>
    public static RelaxationEntry Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.Ordinal))
            ?? throw new ArgumentException(
                $"relaxation '{name}': no such relaxation; known are {string.Join(", ", Names)}",
                nameof(name)
            );
    }
}
