using BenchmarkDotNet.Attributes;
using Hebb.Agents;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Runs;
using Hebb.Lab.Sweeps;

namespace Hebb.Benchmarks.Recording;

/// <summary>
/// What recording costs a run: the bare training, beside the same as a run of the laboratory that appends every episode and its
/// events, takes checkpoints every second and ends with its records on the disk.
/// </summary>
[Config(typeof(RecordedRunConfiguration))]
public class RecordedRunBenchmarks
{
    private const ulong Seed = 1;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"hebb-recorded-{Environment.ProcessId}");
    private AgentPlan? _plan;

    /// <summary>The working policy EP, and the fastest of the report's: some twenty steps an episode at two million a second.</summary>
    [Params("policy-ep", "report-policy-ep-correlation-as-coded")]
    public string Agent { get; set; } = "";

    [IterationSetup]
    public void Prepare()
    {
        // Some two seconds of either.
        long steps = string.Equals(Agent, "policy-ep", StringComparison.Ordinal) ? 300_000 : 3_000_000;
        _plan = AgentPlan.Of(
            ExperimentFile
                .Of(Agent, "CartPole-v0", [("budget.steps", steps), ("evaluation.episodes", 0)])
                .AgentConfiguration
        );
    }

    [IterationCleanup]
    public void Clear()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Benchmark(Baseline = true, Description = "Bare")]
    public long Bare()
    {
        IParallelAgent agent = _plan!.CreateAgent(_plan.Task(_plan.CreateEnvironment().Specification, Seed));
        var loop = new TrainingLoop(agent, _plan.CreateEnvironment, Seed, _plan.EnvironmentSeed(Seed));
        loop.Run(_plan.Budget.Amount);
        return loop.Episodes;
    }

    [Benchmark(Description = "Recorded")]
    public int Recorded() =>
        new SweepRunner([new SweepTrial(0, [], _plan!)], [Seed], _ => _folder, halving: null)
            .Run(new RunOptions { CheckpointInterval = TimeSpan.FromSeconds(1) })
            .Length;
}
