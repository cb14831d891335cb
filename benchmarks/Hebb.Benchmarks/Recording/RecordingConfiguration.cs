using BenchmarkDotNet.Jobs;
using Hebb.Benchmarks.Measuring;

namespace Hebb.Benchmarks.Recording;

/// <summary>One invocation an iteration: every iteration begins new files, so that none grows without end.</summary>
public sealed class RecordingConfiguration()
    : InProcessConfiguration(
        Job.Default.WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(3).WithIterationCount(10)
    );
