using System.Globalization;
using BenchmarkDotNet.Running;
using Hebb.Benchmarks.Measuring;

namespace Hebb.Benchmarks.Engine;

/// <summary>The mean for one example, times the 60,000 of an epoch.</summary>
public sealed class SecondsPerEpochColumn()
    : ComputedColumn("s/epoch", "Seconds for 60,000 examples: learning, shuffling, gathering and the optimizer")
{
    private const double Examples = 60_000;
    private const double NanosecondsPerSecond = 1e9;

    protected override string Text(double mean, BenchmarkCase benchmarkCase) =>
        (Examples * mean / NanosecondsPerSecond).ToString("F2", CultureInfo.InvariantCulture);
}
