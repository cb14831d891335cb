using Hebb.Lab.Records;

namespace Hebb.Lab.Catalogue;

/// <summary>
/// A condition on runs, as it is written on the command line: <c>agent=ppo-ep</c>, <c>last100&gt;400</c>,
/// <c>agent.actor.beta&lt;=0.1</c>, <c>status!=finished</c>.
/// </summary>
/// <param name="Key">The column or setting.</param>
/// <param name="Relation">How its value is to stand to <paramref name="Value"/>: =, !=, &gt;, &gt;=, &lt; or &lt;=.</param>
/// <param name="Value">The number or text.</param>
public sealed record RunFilter(string Key, string Relation, string Value)
{
    // Longer ones first: what begins with >= begins with > too.
    private static readonly string[] Relations = [">=", "<=", "!=", ">", "<", "="];

    /// <summary>Reads a condition.</summary>
    /// <exception cref="FormatException">It is none; the message says what would be right.</exception>
    public static RunFilter Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var place = text.IndexOfAny(['=', '<', '>', '!']);
        var relation =
            place > 0 ? Relations.FirstOrDefault(one => text[place..].StartsWith(one, StringComparison.Ordinal)) : null;
        if (relation is null)
        {
            throw new FormatException("a condition such as agent=ppo-ep, last100>400 or status!=finished is needed");
        }

        var filter = new RunFilter(text[..place].Trim(), relation, text[(place + relation.Length)..].Trim());
        return relation is "=" or "!=" || filter.Number.HasValue
            ? filter
            : throw new FormatException($"'{filter.Value}' is no number: {relation} compares numbers");
    }

    /// <summary>The runs that fulfil all of some conditions.</summary>
    /// <param name="filters">The conditions.</param>
    /// <exception cref="RecordException">A key is no column and no setting of the runs.</exception>
    public static IEnumerable<CataloguedRun> Apply(
        IReadOnlyCollection<CataloguedRun> runs,
        IReadOnlyCollection<RunFilter> filters
    )
    {
        ArgumentNullException.ThrowIfNull(filters);
        (RunFilter Filter, RunColumn Column)[] conditions =
        [
            .. filters.Select(filter => (filter, RunColumn.Find(filter.Key, runs))),
        ];
        return runs.Where(run => conditions.All(condition => condition.Filter.Holds(condition.Column.Of(run))));
    }

    private double? Number =>
        double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool Holds(RunValue value) =>
        Relation switch
        {
            "=" => Equals(value),
            "!=" => !Equals(value),
            ">" => value.Number > Number,
            ">=" => value.Number >= Number,
            "<" => value.Number < Number,
            _ => value.Number <= Number,
        };

    // Of "finished, collapsed" each word is meant by its own.
    private bool Equals(RunValue value) =>
        value.Number is { } own
            ? own == Number
            : string.Equals(value.Text, Value, StringComparison.Ordinal)
                || (
                    string.Equals(Key, "status", StringComparison.Ordinal)
                    && value.Text.Split(", ").Contains(Value, StringComparer.Ordinal)
                );
}
