using System.Text.Json.Serialization;

namespace Hebb.Lab.Sweeps;

/// <summary>The progress of a trial of a sweep.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TrialStatus>))]
public enum TrialStatus
{
    /// <summary>None of its runs is under way, and not all that it may have to play is played.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>Its runs are under way, or whoever played them was stopped.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>All its runs are finished.</summary>
    [JsonStringEnumMemberName("finished")]
    Finished,

    /// <summary>It was stopped because others did better.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>One of its runs could not continue.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
