using Hebb.Settings;

namespace Hebb.Memory;

/// <summary>Running means of the observation; see <see cref="ObservationTraces"/>.</summary>
public sealed record ObservationTraceSettings : IValidatedSettings
{
    /// <summary>How many time constants, in equal ratios from the shortest to the longest.</summary>
    [Range(1, 64)]
    public int Count { get; init; } = 9;

    /// <summary>The shortest time constant, in steps.</summary>
    [Range(1, 1e9)]
    public double Shortest { get; init; } = 2;

    /// <summary>The longest time constant, in steps.</summary>
    [Range(1, 1e9)]
    public double Longest { get; init; } = 512;

    /// <inheritdoc/>
    public void Validate() =>
        SettingRules.Refuse(
            Longest < Shortest,
            nameof(Longest),
            Longest,
            FormattableString.Invariant($"at least the shortest, {Shortest}, is needed")
        );

    /// <summary>Makes the traces.</summary>
    /// <param name="inputs">Numbers in an observation.</param>
    public ObservationTraces Create(int inputs) => new(this, inputs);
}
