using Hebb.Lab.Records;

namespace Hebb.Lab.Checkpoints;

/// <summary>What a checkpoint says in its metadata, as JSON: what is no number of the state.</summary>
/// <param name="FormatVersion">The version of this layout; <see cref="CurrentFormatVersion"/>.</param>
internal sealed record CheckpointHeader(
    int FormatVersion,
    RunIdentity Run,
    DateTimeOffset Begun,
    double Seconds,
    ImmutableArray<RunFile> Files
)
{
    /// <summary>The version that this program writes and reads.</summary>
    public const int CurrentFormatVersion = 1;
}
