using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;

namespace Hebb.Benchmarks.Measuring;

/// <summary>A ratio of its own for every category and set of parameters.</summary>
public class ComparisonConfiguration : ThroughputConfiguration
{
    public ComparisonConfiguration()
    {
        AddColumn(CategoriesColumn.Default);
        AddLogicalGroupRules(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams);
    }
}
