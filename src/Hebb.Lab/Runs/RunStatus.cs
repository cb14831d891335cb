using System.Text.Json.Serialization;

namespace Hebb.Lab.Runs;

/// <summary>The progress of a run.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
public enum RunStatus
{
    /// <summary>It is being played, or whoever played it was killed.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>It was played to its end.</summary>
    [JsonStringEnumMemberName("finished")]
    Finished,

    /// <summary>It was stopped before its end and can be continued: by Ctrl-C, or because other trials did better.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>Something went wrong; see <see cref="RunRecord.Failure"/>.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
