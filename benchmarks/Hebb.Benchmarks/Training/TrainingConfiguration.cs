using BenchmarkDotNet.Jobs;
using Hebb.Benchmarks.Measuring;

namespace Hebb.Benchmarks.Training;

/// <summary>
/// Few but long iterations, one invocation each: every iteration trains fresh agents over the same steps.
/// </summary>
public sealed class TrainingConfiguration : InProcessConfiguration
{
    public TrainingConfiguration()
        : base(Job.Default.WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(2).WithIterationCount(5))
    {
        AddColumn(new StepsPerSecondColumn(), new PublishedStepsPerSecondColumn());
    }
}
