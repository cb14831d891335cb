using Hebb.Benchmarks.Measuring;

namespace Hebb.Benchmarks.Engine;

/// <summary>Both libraries beside one another for every kind of product and size, in operations a second.</summary>
public sealed class MatrixProductConfiguration : ComparisonConfiguration
{
    public MatrixProductConfiguration() => AddColumn(new FloatingPointColumn());
}
