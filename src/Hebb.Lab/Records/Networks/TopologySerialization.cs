using System.Text.Json.Serialization;

namespace Hebb.Lab.Records.Networks;

/// <summary>How graphs of networks are written as JSON: names in camel case, numbers in their shortest exact form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true
)]
[JsonSerializable(typeof(TopologyRecord))]
internal sealed partial class TopologySerialization : JsonSerializerContext;
