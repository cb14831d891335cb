using System.Text.Json;
using System.Text.Json.Serialization;
using Hebb.Lab.Configurations;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Training;

/// <summary>What is trained: agents in environments, each from the same seeds.</summary>
/// <param name="FormatVersion">The version of this layout; <see cref="CurrentFormatVersion"/>.</param>
/// <param name="Experiment">What the runs are made for: <c>benchmark</c> or <c>ablation</c>.</param>
/// <param name="Groups">What is run from every seed; at least one.</param>
/// <param name="Seeds">The seeds, as <see cref="SeedSet"/> writes them.</param>
/// <param name="Evaluation">How many episodes each agent plays greedily when it has learned; 0 for none.</param>
/// <param name="Diagnostics">Whether agents measure what costs time.</param>
public sealed record TrainingConfiguration(
    int FormatVersion,
    string Experiment,
    ImmutableArray<RunGroup> Groups,
    string Seeds,
    int Evaluation,
    bool Diagnostics
) : IConfiguration
{
    /// <summary>The version that this program writes and reads.</summary>
    public const int CurrentFormatVersion = 1;

    /// <inheritdoc/>
    public JsonObject ToJson() =>
        JsonSerializer.SerializeToNode(this, TrainingSerialization.Default.TrainingConfiguration)!.AsObject();
}

/// <summary>How configurations of runs are written as JSON: names in camel case, numbers in their shortest exact form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true
)]
[JsonSerializable(typeof(TrainingConfiguration))]
internal sealed partial class TrainingSerialization : JsonSerializerContext;
