using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Hebb.Benchmarks.Measuring;

/// <summary>A column of numbers that follow from a benchmark's mean.</summary>
/// <param name="name">What stands above it.</param>
/// <param name="legend">What it is, below the table.</param>
public abstract class ComputedColumn(string name, string legend) : IColumn
{
    public string Id => GetType().Name;

    public string ColumnName => name;

    public string Legend => legend;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Statistics;

    public int PriorityInCategory => 1;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        summary[benchmarkCase]?.ResultStatistics is { } statistics ? Text(statistics.Mean, benchmarkCase) : "-";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        GetValue(summary, benchmarkCase);

    /// <summary>What is shown for a benchmark.</summary>
    /// <param name="mean">Its mean, in nanoseconds.</param>
    /// <param name="benchmarkCase">The benchmark.</param>
    protected abstract string Text(double mean, BenchmarkCase benchmarkCase);
}
