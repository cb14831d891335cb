using System.Text.Json.Serialization;
using Hebb.Lab.Checkpoints;
using Hebb.Lab.Runs;
using Hebb.Lab.Studies.Figure4;
using Hebb.Lab.Studies.OpenLock;
using Hebb.Lab.Sweeps;
using Hebb.Lab.Training;

namespace Hebb.Lab.Records;

/// <summary>How the records are written as JSON: names in camel case, numbers in their shortest exact form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true,
    NewLine = "\n",
    IndentSize = 2
)]
[JsonSerializable(typeof(ExperimentConfiguration))]
[JsonSerializable(typeof(TrainingConfiguration))]
[JsonSerializable(typeof(TrainingRecord))]
[JsonSerializable(typeof(TopologyRecord))]
[JsonSerializable(typeof(CheckpointHeader))]
[JsonSerializable(typeof(SweepRecord))]
[JsonSerializable(typeof(RoomStudyConfiguration))]
internal sealed partial class RecordSerialization : JsonSerializerContext;
