using Hebb.Settings;

namespace Hebb.Environments.Memory.Options;

/// <summary>What can be other than usual in <c>DeepSea-v0</c>.</summary>
public sealed record DeepSeaSettings : ISettings
{
    /// <summary>The rows and the columns of the grid: an episode has as many steps.</summary>
    [Range(2, 100)]
    public int Size { get; init; } = 8;

    /// <summary>The seed of which action leads to the right in each cell.</summary>
    [Range(0, int.MaxValue)]
    public int MappingSeed { get; init; } = 42;

    /// <summary>
    /// Whether a step to the right fails with probability 1 / size, and rewards in the two end columns of the last row are noisy.
    /// </summary>
    public bool IsStochastic { get; init; }
}
