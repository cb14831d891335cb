using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using Hebb.Benchmarks.Measuring;

namespace Hebb.Benchmarks.Kernels;

/// <summary>A ratio of its own for every operation and size.</summary>
public sealed class KernelConfiguration : ThroughputConfiguration
{
    public KernelConfiguration()
    {
        AddColumn(CategoriesColumn.Default);
        AddLogicalGroupRules(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams);
    }
}
