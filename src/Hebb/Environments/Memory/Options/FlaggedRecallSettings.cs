using Hebb.Settings;

namespace Hebb.Environments.Memory.Options;

/// <summary>What can be other than usual in <c>FlaggedRecall-v0</c>.</summary>
public sealed record FlaggedRecallSettings : ISettings
{
    /// <summary>How many signs are shown before the question: an episode has one action more.</summary>
    [Range(1, 10_000)]
    public int Length { get; init; } = 10;
}
