using System.Globalization;
using BenchmarkDotNet.Running;
using Hebb.Benchmarks.Measuring;

namespace Hebb.Benchmarks.Engine;

/// <summary>Billions of floating-point operations a second of a matrix product.</summary>
public sealed class FloatingPointColumn() : ComputedColumn("GFLOP/s", "Multiplications and additions a nanosecond")
{
    protected override string Text(double mean, BenchmarkCase benchmarkCase) =>
        benchmarkCase.Parameters[nameof(MatrixProductBenchmarks.Shape)] is ProductShape shape
            ? (shape.FloatingPointOperations / mean).ToString("F1", CultureInfo.InvariantCulture)
            : "-";
}
