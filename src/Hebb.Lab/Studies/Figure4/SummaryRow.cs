namespace Hebb.Lab.Studies.Figure4;

/// <summary>A row of the tables: the results of a method in a panel that shows it.</summary>
/// <param name="Place">The panel, and what the method is there; null for the reference.</param>
public sealed record SummaryRow(MethodPlace? Place, MethodSummary Summary)
{
    /// <summary>The title of the panel; of the reference what it is.</summary>
    public string Panel => Place?.Panel ?? "Reference";

    /// <summary>What the method is in its panel.</summary>
    public string Role => Place?.Text ?? "no learning";

    /// <summary>The method's name.</summary>
    public string Name => Summary.Method.Name;

    /// <summary>The rows of all panels, in the order of the figure; a twin that two panels share is in both.</summary>
    /// <param name="summaries">A summary for each method.</param>
    public static ImmutableArray<SummaryRow> Of(IReadOnlyList<MethodSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        return
        [
            .. summaries
                .Where(summary => summary.Method.IsReference)
                .Select(summary => new SummaryRow(Place: null, summary)),
            .. summaries
                .SelectMany(summary => summary.Method.Places.Select(place => new SummaryRow(place, summary)))
                .OrderBy(row => Figure4Methods.Panels.IndexOf(row.Panel))
                .ThenBy(row => row.Place!.Role),
        ];
    }
}
