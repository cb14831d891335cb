using System.Text.Json.Serialization;

namespace Hebb.Lab.Training;

/// <summary>How configurations of runs are written as JSON: names in camel case, numbers in their shortest exact form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true
)]
[JsonSerializable(typeof(TrainingConfiguration))]
internal sealed partial class TrainingSerialization : JsonSerializerContext;
