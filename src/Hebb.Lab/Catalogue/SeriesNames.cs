namespace Hebb.Lab.Catalogue;

/// <summary>Columns of episodes by the tags under which TensorBoard shows them, and the words that figures use for them.</summary>
public static class SeriesNames
{
    private const string OwnPrefix = "hebb/";

    private static readonly Dictionary<string, string> Tags = new(StringComparer.Ordinal)
    {
        ["r"] = "charts/episodic_return",
        ["l"] = "charts/episodic_length",
        ["actor_cost"] = "losses/policy_loss",
        ["critic_cost"] = "losses/value_loss",
        ["entropy"] = "losses/entropy",
        ["temporal_difference_cost"] = "losses/td_loss",
        ["value"] = "losses/q_values",
        ["approximate_kl"] = "losses/approx_kl",
        ["clip_fraction"] = "losses/clipfrac",
    };

    /// <summary>The column that a name means: its own, its tag, or its tag's last part; null where it means none of them.</summary>
    /// <param name="name">The name.</param>
    /// <param name="columns">The columns.</param>
    public static string? Find(string name, IReadOnlyCollection<string> columns)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(columns);
        return columns.FirstOrDefault(column => string.Equals(column, name, StringComparison.Ordinal))
            ?? columns.FirstOrDefault(column => string.Equals(Tag(column), name, StringComparison.Ordinal))
            ?? columns.FirstOrDefault(column => Tag(column).EndsWith($"/{name}", StringComparison.Ordinal));
    }

    /// <summary>The tag of a column.</summary>
    /// <param name="column">The column.</param>
    public static string Tag(string column) => Tags.GetValueOrDefault(column) ?? OwnPrefix + column;

    /// <summary>A column with the tag that the field has for it, if any.</summary>
    /// <param name="column">The column.</param>
    public static string Both(string column) => Tags.TryGetValue(column, out var tag) ? $"{column} ({tag})" : column;

    /// <summary>A column as an axis names it.</summary>
    /// <param name="column">The column.</param>
    public static string Title(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column switch
        {
            "r" => "Return of an episode",
            "l" => "Steps of an episode",
            "t" => "Seconds",
            "env_steps" => "Environment steps",
            _ => char.ToUpperInvariant(column[0]) + column[1..].Replace('_', ' '),
        };
    }
}
