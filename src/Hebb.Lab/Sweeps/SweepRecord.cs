using System.Text.Json.Serialization;

namespace Hebb.Lab.Sweeps;

/// <summary>What is known of a sweep: its <c>sweep.json</c>.</summary>
/// <param name="FormatVersion">The version of this layout; <see cref="CurrentFormatVersion"/>.</param>
/// <param name="Hash">A hash of the trials and seeds.</param>
/// <param name="Seeds">The seeds of every trial, as they are written on the command line.</param>
/// <param name="Axes">The dotted paths that the sweep sets.</param>
/// <param name="Trials">Its trials, in the order of their numbers.</param>
public sealed record SweepRecord(
    int FormatVersion,
    string Name,
    string Hash,
    string Seeds,
    ImmutableArray<string> Axes,
    ImmutableArray<TrialRecord> Trials
)
{
    /// <summary>The version that this program writes and reads.</summary>
    public const int CurrentFormatVersion = 1;
}

/// <summary>How records of sweeps are written as JSON: names in camel case, numbers in their shortest exact form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true
)]
[JsonSerializable(typeof(SweepRecord))]
internal sealed partial class SweepSerialization : JsonSerializerContext;
