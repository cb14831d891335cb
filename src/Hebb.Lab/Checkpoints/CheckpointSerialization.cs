using System.Text.Json.Serialization;

namespace Hebb.Lab.Checkpoints;

/// <summary>How heads of checkpoints are written as JSON: names in camel case, numbers in their shortest exact form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true
)]
[JsonSerializable(typeof(CheckpointHeader))]
internal sealed partial class CheckpointSerialization : JsonSerializerContext;
