using Hebb.Naming;

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
    private static readonly string[] Relations = ["=", "!=", ">", ">=", "<", "<="];
    private static readonly char[] Signs = ['=', '<', '>', '!'];
    private static readonly string[] Truths = ["true", "false"];

    private const int MostNamed = 12;

    /// <summary>Reads a condition.</summary>
    /// <exception cref="FormatException">It is none; the message says what would be right.</exception>
    public static RunFilter Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var place = text.IndexOfAny(Signs);
        if (place <= 0)
        {
            throw new FormatException("a condition such as agent=ppo-ep, last100>400 or status!=finished is needed");
        }

        var rest = text[place..].TrimStart(Signs);
        var relation = text[place..^rest.Length];
        var filter = new RunFilter(text[..place].Trim(), relation, rest.Trim());
        return !Relations.Contains(relation, StringComparer.Ordinal)
                ? throw new FormatException(
                    $"{relation} is no relation: {filter with { Relation = Nearest(relation) }} may be meant; there are {string.Join(' ', Relations)}"
                )
            : filter.IsEquality || filter.Number.HasValue ? filter
            : throw new FormatException(
                $"'{filter.Value}' is no number: {relation} compares numbers, as in {filter.Key}{relation}400"
            );
    }

    /// <summary>The runs that fulfil all of some conditions.</summary>
    /// <param name="filters">The conditions.</param>
    /// <exception cref="RecordException">A key is no column and no setting of the runs, or no run can have such a value.</exception>
    public static IEnumerable<CataloguedRun> Apply(
        IReadOnlyCollection<CataloguedRun> runs,
        IReadOnlyCollection<RunFilter> filters
    )
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(filters);
        (RunFilter Filter, RunColumn Column)[] conditions =
        [
            .. filters.Select(filter => (filter, RunColumn.Find(filter.Key, runs))),
        ];
        foreach (var (filter, column) in conditions)
        {
            filter.Require(column, runs);
        }

        return runs.Where(run => conditions.All(condition => condition.Filter.Holds(condition.Column.Of(run))));
    }

    /// <summary>Whether it is of where a run is and what it is called, by which copies of one run differ.</summary>
    internal bool IsOfPlace => Key is "experiment" or "folder";

    /// <summary>How it is written.</summary>
    public override string ToString() => Key + Relation + Value;

    private bool IsEquality => Relation is "=" or "!=";

    private double? Number =>
        double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    private decimal? Exact =>
        decimal.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Nearest(string relation) =>
        relation.Contains('!', StringComparison.Ordinal) || relation is "<>" or "><" ? "!="
        : relation.IndexOfAny(['<', '>']) is >= 0 and var place
            ? relation[place] + (relation.Contains('=', StringComparison.Ordinal) ? "=" : "")
        : "=";

    // Refuses what no run can fulfil, or every run: it is a slip.
    private void Require(RunColumn column, IReadOnlyCollection<CataloguedRun> runs)
    {
        RunValue[] values = [.. runs.Select(column.Of).Where(value => value.IsKnown).Distinct()];
        var hasNumbers = column.IsNumber || values.Any(value => value.Number.HasValue);
        if (!IsEquality)
        {
            if (!hasNumbers)
            {
                throw new RecordException($"--filter '{this}': {Key} is no number; = and != compare texts");
            }
        }
        else if (hasNumbers && Number.HasValue)
        {
            if (column.IsWhole && Exact is { } exact && exact != decimal.Truncate(exact))
            {
                throw new RecordException($"--filter '{this}': {Key} is a whole number");
            }
        }
        else if (column.IsNumber && Value.Length > 0)
        {
            throw new RecordException($"--filter '{this}': '{Value}' is no number; {Key} is one");
        }
        else if (Value.Length > 0 && runs.Count > 0)
        {
            RequireText(column, runs, [.. values.Select(value => value.Text)]);
        }
    }

    private void RequireText(RunColumn column, IReadOnlyCollection<CataloguedRun> runs, string[] texts)
    {
        string[] possible = [.. column.Possible(runs.First())];
        string[] truths = texts.Intersect(Truths, StringComparer.Ordinal).Any() ? Truths : [];
        if (!texts.Concat(possible).Concat(truths).Contains(Value, StringComparer.Ordinal))
        {
            // What a run has would be right; of words that are fixed, any.
            string[] known = IsStatus
                ? possible
                : [.. texts.Union(truths, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            throw new RecordException(
                $"--filter '{this}': no run has {Key} {Value}; {NearestName.Unknown(Value, known, MostNamed)}"
            );
        }
    }

    private bool IsStatus => string.Equals(Key, "status", StringComparison.Ordinal);

    private bool Holds(RunValue value) =>
        Relation switch
        {
            "=" => Equals(value),
            "!=" => !Equals(value),
            ">" => Compared(value) > 0,
            ">=" => Compared(value) >= 0,
            "<" => Compared(value) < 0,
            _ => Compared(value) <= 0,
        };

    private int? Compared(RunValue value) =>
        value.Whole is { } whole && Exact is { } exact ? whole.CompareTo(exact)
        : value.Number is { } own && Number is { } number ? own.CompareTo(number)
        : null;

    // Of "finished, collapsed" each word is meant by its own.
    private bool Equals(RunValue value) =>
        value.Number.HasValue
            ? Compared(value) == 0
            : string.Equals(value.Text, Value, StringComparison.Ordinal)
                || (IsStatus && value.Text.Split(", ").Contains(Value, StringComparer.Ordinal));
}
