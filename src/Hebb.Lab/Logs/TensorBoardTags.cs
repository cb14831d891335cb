using System.Collections.Frozen;

namespace Hebb.Lab.Logs;

/// <summary>
/// The tags under which runs and agents are seen in TensorBoard: those that CleanRL's programs use where there is one, and
/// <c>hebb/NAME</c> where there is none; the columns of episodes by these tags.
/// </summary>
public static class TensorBoardTags
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

    private static readonly FrozenDictionary<string, string> OfColumns = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["r"] = EpisodicReturn,
        ["l"] = EpisodicLength,
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
    [.. OfColumns.Keys.Except(EpisodeRows.Columns, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The tag of a column of episodes; different ones for different names.</summary>
    /// <param name="column">Its name: that of a diagnostic, such as <c>actor_cost</c>, or <c>r</c> or <c>l</c>.</param>
    public static string Of(string column) => OfColumns.TryGetValue(column, out var tag) ? tag : OwnPrefix + column;

    /// <summary>A column with the tag that the field has for it, if any, such as <c>entropy (losses/entropy)</c>.</summary>
    public static string WithTag(string column) =>
        OfColumns.TryGetValue(column, out var tag) ? $"{column} ({tag})" : column;

    /// <summary>The column that a name means: its own, its tag, or its tag's last part; null where it means none of them.</summary>
    public static string? FindColumn(string name, IReadOnlyCollection<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.FirstOrDefault(column => string.Equals(column, name, StringComparison.Ordinal))
            ?? columns.FirstOrDefault(column => string.Equals(Of(column), name, StringComparison.Ordinal))
            ?? columns.FirstOrDefault(column => Of(column).EndsWith($"/{name}", StringComparison.Ordinal));
    }

    /// <summary>The tag that a name means: itself, its last part, or its first part where no other begins so; null where none.</summary>
    /// <param name="name">The name, such as <c>eval/mean_reward</c>, <c>mean_reward</c> or <c>eval</c>.</param>
    public static string? Find(string name, IReadOnlyCollection<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return tags.FirstOrDefault(tag => string.Equals(tag, name, StringComparison.Ordinal))
            ?? tags.FirstOrDefault(tag => tag.EndsWith($"/{name}", StringComparison.Ordinal))
            ?? (
                tags.Where(tag => tag.StartsWith($"{name}/", StringComparison.Ordinal)).ToArray() is [var only]
                    ? only
                    : null
            );
    }
}
