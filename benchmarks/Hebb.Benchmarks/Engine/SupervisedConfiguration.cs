using BenchmarkDotNet.Jobs;
using Hebb.Benchmarks.Measuring;

namespace Hebb.Benchmarks.Engine;

/// <summary>Few but long iterations: each trains on over a tenth of an epoch.</summary>
public sealed class SupervisedConfiguration : InProcessConfiguration
{
    public SupervisedConfiguration()
        : base(Job.Default.WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(1).WithIterationCount(3)) =>
        AddColumn(new SecondsPerEpochColumn());
}
