using System.ComponentModel.DataAnnotations;
using Hebb.Networks.Topology;
using Hebb.Relaxation;

namespace OpenCatalogue;

/// <summary>Settles by <see cref="CautiousSweeps"/>.</summary>
public sealed record CautiousSettings : RelaxationSettings
{
    /// <inheritdoc/>
    public override string Name => "cautious";

    /// <inheritdoc/>
    public override string Description => "small steps of all units at once, then whole sweeps";

    /// <summary>Which part of the sweeps are small steps.</summary>
    [Range(0, 1.0, MaximumIsExclusive = true)]
    public double Share { get; init; } = 0.5;

    /// <summary>How far a small step goes: 1 is a whole one.</summary>
    [Range(0, 1.0, MinimumIsExclusive = true)]
    public double Step { get; init; } = 0.5;

    /// <inheritdoc/>
    public override IRelaxation Create(int sweeps, SweepOrder order = SweepOrder.Alternating) =>
        new CautiousSweeps((int)(Share * sweeps), Step, sweeps, Tolerance, order);
}
