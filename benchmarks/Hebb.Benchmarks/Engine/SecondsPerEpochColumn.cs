using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Hebb.Benchmarks.Engine;

/// <summary>The mean for one example, times the 60,000 of an epoch.</summary>
public sealed class SecondsPerEpochColumn : IColumn
{
    private const double Examples = 60_000;
    private const double NanosecondsPerSecond = 1e9;

    public string Id => nameof(SecondsPerEpochColumn);

    public string ColumnName => "s/epoch";

    public string Legend => "Seconds for 60,000 examples: learning, shuffling, gathering and the optimizer";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Statistics;

    public int PriorityInCategory => 1;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        summary[benchmarkCase]?.ResultStatistics is { } statistics
            ? (Examples * statistics.Mean / NanosecondsPerSecond).ToString("F2", CultureInfo.InvariantCulture)
            : "-";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        GetValue(summary, benchmarkCase);
}
