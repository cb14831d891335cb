using System.Globalization;
using BenchmarkDotNet.Running;

namespace Hebb.Benchmarks.Measuring;

/// <summary>The mean turned around, for benchmarks whose operation is one environment step.</summary>
public sealed class StepsPerSecondColumn() : ComputedColumn("Steps/s", "Environment steps per second, 1 / Mean")
{
    private const double NanosecondsPerSecond = 1e9;

    protected override string Text(double mean, BenchmarkCase benchmarkCase) =>
        (NanosecondsPerSecond / mean).ToString("N0", CultureInfo.InvariantCulture);
}
