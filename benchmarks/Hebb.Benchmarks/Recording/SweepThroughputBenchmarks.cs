using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Runs;
using Hebb.Lab.Sweeps;

namespace Hebb.Benchmarks.Recording;

/// <summary>A sweep of forty runs that do not depend on one another, on one thread and on two.</summary>
[Config(typeof(RecordedRunConfiguration))]
public class SweepThroughputBenchmarks
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"hebb-sweep-{Environment.ProcessId}");
    private ImmutableArray<SweepTrial> _trials;

    [Params("ppo-ep", "policy-ep")]
    public string Agent { get; set; } = "";

    [IterationSetup]
    public void Prepare()
    {
        _trials =
        [
            .. Enumerable
                .Range(0, 10)
                .Select(number => new SweepTrial(
                    number,
                    [],
                    AgentPlan.Of(
                        ExperimentFile
                            .Of(Agent, "CartPole-v1", [("budget.steps", 12_000 + number), ("evaluation.episodes", 0)])
                            .AgentConfiguration
                    )
                )),
        ];
        Clear();
    }

    [IterationCleanup]
    public void Clear()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Benchmark(Baseline = true, Description = "One job")]
    public int OneJob() => Sweep(1);

    [Benchmark(Description = "Two jobs")]
    public int TwoJobs() => Sweep(2);

    private int Sweep(int jobs) =>
        new SweepRunner(_trials, [0, 1, 2, 3], new RunStore(_folder).FolderOf, halving: null)
            .Run(new RunOptions { Jobs = jobs })
            .Length;
}
