using System.Text.Json.Serialization;

namespace Hebb.Lab.Runs;

/// <summary>How far a run has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
public enum RunStatus
{
    /// <summary>It is being played, or whoever played it was killed.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>It was played to its end.</summary>
    [JsonStringEnumMemberName("finished")]
    Finished,

    /// <summary>It was left before its end and can go on: by Ctrl-C, or because others did better.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>Something went wrong; see <see cref="RunRecord.Failure"/>.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
