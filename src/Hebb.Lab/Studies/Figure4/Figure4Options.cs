using System.ComponentModel.DataAnnotations;
using Hebb.Lab.Configurations;
using Hebb.Report;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>The options of the report's Figure 4: which methods play how many episodes from how many seeds.</summary>
public sealed record Figure4Options : StudyOptions
{
    /// <summary>The seeds of each method.</summary>
    [StudyOption(IsAlwaysPrinted = true)]
    public SeedSet Seeds { get; init; } = SeedSet.Range(0, 19);

    /// <summary>How many episodes each run has; at least 1.</summary>
    [StudyOption(Description = "How many episodes each run has.", IsAlwaysPrinted = true), Range(1, 10_000_000)]
    public int Episodes { get; init; } = 1000;

    /// <summary>The methods, in the order of the catalogue.</summary>
    [StudyOption(Noun = "method", RecordOrder = -1)]
    public IReadOnlyList<ReportMethod> Methods { get; init; } = ReportMethods.All;

    /// <inheritdoc/>
    public override JsonObject ToJson()
    {
        JsonObject json = base.ToJson();
        json.Insert(1, "experiment", Figure4Study.StandardName);
        return json;
    }
}
