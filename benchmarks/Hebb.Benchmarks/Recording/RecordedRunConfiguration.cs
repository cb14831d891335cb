using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using Hebb.Benchmarks.Measuring;

namespace Hebb.Benchmarks.Recording;

/// <summary>Few but long iterations, one invocation each, a ratio for each set of parameters.</summary>
public sealed class RecordedRunConfiguration : InProcessConfiguration
{
    public RecordedRunConfiguration()
        : base(Job.Default.WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(2).WithIterationCount(8)) =>
        AddLogicalGroupRules(BenchmarkLogicalGroupRule.ByParams);
}
