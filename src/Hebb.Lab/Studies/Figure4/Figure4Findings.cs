using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>The runs of the methods and what they came to.</summary>
/// <param name="Runs">The runs of each method, in the order of the options and of their seeds.</param>
/// <param name="Summaries">A row a method, in the same order.</param>
public sealed record Figure4Findings(
    ImmutableArray<ImmutableArray<MethodRun>> Runs,
    ImmutableArray<MethodSummary> Summaries
)
{
    /// <summary>The rows of the tables, in the order of the figure.</summary>
    public ImmutableArray<SummaryRow> Rows => SummaryRow.Of(Summaries);

    /// <summary>The findings of finished runs.</summary>
    /// <param name="summaries">The runs of each method.</param>
    public static Figure4Findings Of(Figure4Options options, IReadOnlyList<TrainingSummary> summaries)
    {
        ArgumentNullException.ThrowIfNull(options);
        ImmutableArray<ImmutableArray<MethodRun>> runs =
        [
            .. summaries.Zip(
                options.Methods,
                (summary, method) => summary.Runs.Select(run => MethodRun.Of(method.Name, run)).ToImmutableArray()
            ),
        ];
        return new(runs, [.. options.Methods.Zip(runs, (method, ofMethod) => MethodSummary.Of(method, ofMethod))]);
    }
}
