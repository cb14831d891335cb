using Hebb.Benchmarks.Measuring;

namespace Hebb.Benchmarks.Environments;

/// <summary>Steps per second beside the time of one.</summary>
public sealed class EnvironmentConfiguration : ThroughputConfiguration
{
    public EnvironmentConfiguration() => AddColumn(new StepsPerSecondColumn());
}
