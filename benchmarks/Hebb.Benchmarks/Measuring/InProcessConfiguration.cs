using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Hebb.Benchmarks.Measuring;

/// <summary>What all benchmarks have in common: where they run, how allocation is counted, how ratios read.</summary>
/// <remarks>
/// They run inside this process. BenchmarkDotNet's generated child project does not import Directory.Build.props, so
/// the child would run with dynamic profile-guided optimisation and quickly compiled loops, which Hebb turns off; this
/// process has Hebb's own runtime settings, and hands on the environment (vector width) and the core it is pinned to.
/// </remarks>
public abstract class InProcessConfiguration : ManualConfig
{
    private const int ParameterColumnWidth = 40;

    /// <summary>The common settings around one job.</summary>
    /// <param name="job">How often to measure.</param>
    protected InProcessConfiguration(Job job)
    {
        AddJob(job.WithToolchain(InProcessEmitToolchain.Instance).WithId("InProcess"));
        AddDiagnoser(new MemoryDiagnoser(new MemoryDiagnoserConfig(displayGenColumns: false)));
        HideColumns(Column.RatioSD, Column.AllocRatio);

        // "3.10x faster" says more than a ratio of 0.32, and a learner's name more than its ends.
        SummaryStyle = SummaryStyle
            .Default.WithRatioStyle(RatioStyle.Trend)
            .WithMaxParameterColumnWidth(ParameterColumnWidth);
    }
}
