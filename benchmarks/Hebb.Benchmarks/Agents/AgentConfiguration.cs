using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using Hebb.Benchmarks.Measuring;

namespace Hebb.Benchmarks.Agents;

/// <summary>Few but long iterations, one invocation each: every iteration trains a fresh agent over the same steps.</summary>
public sealed class AgentConfiguration : InProcessConfiguration
{
    public AgentConfiguration()
        : base(Job.Default.WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(2).WithIterationCount(5))
    {
        AddColumn(new StepsPerSecondColumn());
        AddLogicalGroupRules(BenchmarkLogicalGroupRule.ByParams);
    }
}
