using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using Hebb.Benchmarks.Measuring;

namespace Hebb.Benchmarks.Engine;

/// <summary>A ratio of its own for every kind of product and size.</summary>
public sealed class MatrixProductConfiguration : ThroughputConfiguration
{
    public MatrixProductConfiguration()
    {
        AddColumn(CategoriesColumn.Default, new FloatingPointColumn());
        AddLogicalGroupRules(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams);
    }
}
