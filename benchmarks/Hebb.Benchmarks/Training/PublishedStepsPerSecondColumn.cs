using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Hebb.Benchmarks.Training;

/// <summary>
/// How fast the report's own PyTorch code trained the same method. It was measured once, elsewhere: it stands beside
/// the table for orientation, and no ratio is taken to it.
/// </summary>
public sealed class PublishedStepsPerSecondColumn : IColumn
{
    private static readonly Dictionary<string, int> Measured = new(StringComparer.Ordinal)
    {
        ["actor-critic-backprop"] = 2780,
        ["policy-ep-correlation-as-coded"] = 2700,
        ["policy-ep-energy-as-coded"] = 1440,
        ["reward-ep-as-coded"] = 2780,
        ["dqn-ep-mended"] = 236,
        ["dqn-backprop"] = 1450,
    };

    public string Id => nameof(PublishedStepsPerSecondColumn);

    public string ColumnName => "PyTorch*";

    public string Legend =>
        "Steps per second of the report's own PyTorch code, measured elsewhere, not in this run; for orientation";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
        benchmarkCase.Parameters[nameof(TrainingBenchmarks.Learner)] is string learner
        && Measured.TryGetValue(learner, out var steps)
            ? steps.ToString("N0", CultureInfo.InvariantCulture)
            : "-";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        GetValue(summary, benchmarkCase);
}
