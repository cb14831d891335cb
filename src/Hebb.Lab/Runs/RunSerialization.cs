using System.Text.Json.Serialization;

namespace Hebb.Lab.Runs;

/// <summary>How records of runs are written as JSON: names in camel case, numbers in their shortest exact form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true
)]
[JsonSerializable(typeof(RunRecord))]
internal sealed partial class RunSerialization : JsonSerializerContext;
