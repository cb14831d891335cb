using System.Text.Json.Serialization;

namespace Hebb.Lab.Studies.Supervised;

/// <summary>How a run's configuration is written as JSON: names in camel case, numbers in their shortest exact form.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n", IndentSize = 2)]
[JsonSerializable(typeof(SupervisedRecord))]
internal sealed partial class SupervisedSerialization : JsonSerializerContext;
