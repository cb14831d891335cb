using Hebb.Settings;

namespace Hebb.Environments.Memory.Options;

/// <summary>What can be other than usual in <c>DelayedMatch-v0</c>.</summary>
public sealed record DelayedMatchSettings : ISettings
{
    /// <summary>How many steps nothing is shown between the two symbols.</summary>
    [Range(0, 10_000)]
    public int Delay { get; init; } = 10;

    /// <summary>How many symbols there are.</summary>
    [Range(2, 100)]
    public int Symbols { get; init; } = 4;
}
