using Hebb.Settings;

namespace Hebb.Environments.Memory.Options;

/// <summary>What can be other than usual in <c>MemoryLength-v0</c> and <c>MemorySize-v0</c>.</summary>
public sealed record MemoryChainSettings : ISettings
{
    /// <summary>The length of the chain: an episode has one action more.</summary>
    [Range(1, 10_000)]
    public int Length { get; init; } = 10;

    /// <summary>How many bits are shown, one of which is asked for.</summary>
    [Range(1, 1000)]
    public int Bits { get; init; } = 1;
}
