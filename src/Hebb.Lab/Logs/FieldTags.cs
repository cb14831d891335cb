using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hebb.Lab.Logs;

/// <summary>
/// The tags under which runs and agents are seen in TensorBoard: those that CleanRL's programs use where there is one, and
/// <c>hebb/NAME</c> where there is none.
/// </summary>
public static class FieldTags
{
    /// <summary>The return of an episode.</summary>
    public const string EpisodicReturn = "charts/episodic_return";

    /// <summary>The length of an episode in steps.</summary>
    public const string EpisodicLength = "charts/episodic_length";

    /// <summary>Environment steps per second since the run began.</summary>
    public const string StepsPerSecond = "charts/SPS";

    /// <summary>The mean return of greedy episodes.</summary>
    public const string MeanReward = "eval/mean_reward";

    /// <summary>What the tags of all that the field has no name for begin with.</summary>
    public const string OwnPrefix = "hebb/";

    private static readonly FrozenDictionary<string, string> OfDiagnostics = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["actor_cost"] = "losses/policy_loss",
        ["critic_cost"] = "losses/value_loss",
        ["entropy"] = "losses/entropy",
        ["temporal_difference_cost"] = "losses/td_loss",
        ["value"] = "losses/q_values",
        ["approximate_kl"] = "losses/approx_kl",
        ["clip_fraction"] = "losses/clipfrac",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of diagnostics that the field has a tag for.</summary>
    public static ImmutableArray<string> NamedDiagnostics { get; } =
    [.. OfDiagnostics.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The tag of an agent's diagnostic; different ones for different names.</summary>
    /// <param name="diagnosticName">Its name, such as <c>actor_cost</c>.</param>
    public static string Of(string diagnosticName) =>
        OfDiagnostics.TryGetValue(diagnosticName, out var tag) ? tag : OwnPrefix + diagnosticName;
}
