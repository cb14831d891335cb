using Hebb.Settings;

namespace Hebb.Environments.Memory.Options;

/// <summary>What can be other than usual in <c>TMaze-v0</c>.</summary>
public sealed record TMazeSettings : ISettings
{
    /// <summary>The steps from the start of the corridor to the junction. The step limit is 5 times as much and 20.</summary>
    [Range(1, 1000)]
    public int Length { get; init; } = 10;

    /// <summary>Whether the first and the last number that are observed in the corridor are uniform from 0 to 1, instead of 1.</summary>
    public bool IsNoisy { get; init; }

    /// <summary>Whether the cue is observed at the reset alone, and not again at every later step that ends at the start.</summary>
    public bool ShowsCueOnce { get; init; } = true;
}
