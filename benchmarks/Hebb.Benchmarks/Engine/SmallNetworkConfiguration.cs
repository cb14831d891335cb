using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using Hebb.Benchmarks.Measuring;

namespace Hebb.Benchmarks.Engine;

/// <summary>A ratio of its own for every operation, network and stopping rule.</summary>
public sealed class SmallNetworkConfiguration : ThroughputConfiguration
{
    public SmallNetworkConfiguration()
    {
        AddColumn(CategoriesColumn.Default);
        AddLogicalGroupRules(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams);
    }
}
