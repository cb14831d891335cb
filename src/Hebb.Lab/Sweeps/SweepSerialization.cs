using System.Text.Json.Serialization;

namespace Hebb.Lab.Sweeps;

/// <summary>How records of sweeps are written as JSON: names in camel case, numbers in their shortest exact form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true
)]
[JsonSerializable(typeof(SweepRecord))]
internal sealed partial class SweepSerialization : JsonSerializerContext;
