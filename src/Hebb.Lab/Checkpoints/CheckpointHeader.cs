using System.Text.Json.Serialization;
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
    public const int CurrentFormatVersion = 2;
}

/// <summary>How heads of checkpoints are written as JSON: names in camel case, numbers in their shortest exact form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true
)]
[JsonSerializable(typeof(CheckpointHeader))]
internal sealed partial class CheckpointSerialization : JsonSerializerContext;
