using System.ComponentModel.DataAnnotations;
using Hebb.Report;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>The options of the report's Figure 4: which methods play how many episodes from how many seeds.</summary>
public sealed record Figure4Options : StudyOptions
{
    /// <summary>How many seeds each method has; at least 1.</summary>
    [StudyOption(Description = "The number of seeds of each method.", IsAlwaysPrinted = true), Range(1, 10_000)]
    public int Seeds { get; init; } = 20;

    /// <summary>How many episodes each run has; at least 1.</summary>
    [StudyOption(Description = "How many episodes each run has.", IsAlwaysPrinted = true), Range(1, 10_000_000)]
    public int Episodes { get; init; } = 1000;

    /// <summary>The first seed; the others are the following numbers.</summary>
    [StudyOption(
        Name = "--seed",
        Description = "The first seed; the others are the following numbers.",
        IsAlwaysPrinted = true
    )]
    [Range(0, 1e18)]
    public ulong FirstSeed { get; init; }

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
