using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace Hebb.Benchmarks.Measuring;

/// <summary>Short iterations of as many invocations as fit, for benchmarks that may be repeated as they are.</summary>
/// <remarks>
/// Long enough, though, that the few kilobytes which the measuring itself allocates in this process round to 0 B a
/// kernel.
/// </remarks>
public abstract class ThroughputConfiguration : InProcessConfiguration
{
    private const int Milliseconds = 300;

    protected ThroughputConfiguration()
        : base(
            Job.Default.WithIterationTime(TimeInterval.FromMilliseconds(Milliseconds))
                .WithWarmupCount(2)
                .WithIterationCount(5)
        ) { }
}
