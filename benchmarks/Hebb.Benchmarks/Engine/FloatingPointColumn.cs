using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Hebb.Benchmarks.Engine;

/// <summary>Billions of floating-point operations a second of a matrix product.</summary>
public sealed class FloatingPointColumn : IColumn
{
    public string Id => nameof(FloatingPointColumn);

    public string ColumnName => "GFLOP/s";

    public string Legend => "Multiplications and additions a nanosecond";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Statistics;

    public int PriorityInCategory => 1;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        summary[benchmarkCase]?.ResultStatistics is { } statistics
        && benchmarkCase.Parameters[nameof(MatrixProductBenchmarks.Shape)] is ProductShape shape
            ? (shape.FloatingPointOperations / statistics.Mean).ToString("F1", CultureInfo.InvariantCulture)
            : "-";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        GetValue(summary, benchmarkCase);
}
