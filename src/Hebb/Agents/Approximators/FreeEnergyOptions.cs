using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;
using Hebb.Settings;

namespace Hebb.Agents.Approximators;

/// <summary>A free-energy policy: its network, and how it settles with an action clamped.</summary>
public sealed record FreeEnergyOptions
{
    /// <summary>Its shape, its temperature and its start.</summary>
    public FreeEnergyShape Network { get; init; } = new();

    /// <summary>The same with another network.</summary>
    /// <param name="change">Changes the network.</param>
    public FreeEnergyOptions Shaped(Func<FreeEnergyShape, FreeEnergyShape> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Network = change(Network) };
    }

    /// <summary>How several hidden layers settle; one settles in one sweep.</summary>
    [SettingsPart("relaxation")]
    public RelaxationSettings Relaxation { get; init; } = new FixedPointSettings { Tolerance = 1e-4 };

    /// <summary>How long they settle.</summary>
    [SettingsPart("relaxation")]
    public ClampedPhaseSettings Phase { get; init; } = new();
}
