using BenchmarkDotNet.Attributes;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Comparisons;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Runs;

namespace Hebb.Benchmarks.Recording;

/// <summary>A thousand runs, twenty seeds of fifty configurations: found and read, and compared with the picture.</summary>
[Config(typeof(RecordingConfiguration))]
public class LookingBenchmarks
{
    private const int Configurations = 50;
    private const int Seeds = 20;

    private readonly string _store = Path.Combine(Path.GetTempPath(), $"hebb-looking-{Environment.ProcessId}");

    [GlobalSetup]
    public void Write()
    {
        var store = new RunStore(_store);
        for (var configuration = 0; configuration < Configurations; configuration++)
        {
            var plan = AgentPlan.Of(
                ExperimentFile
                    .Of("ppo-ep", "CartPole-v1", [("agent.beta", 0.01 * (configuration + 1))])
                    .AgentConfiguration
            );
            for (ulong seed = 0; seed < Seeds; seed++)
            {
                var folder = store.FolderOf(plan, seed);
                Directory.CreateDirectory(folder);
                RunFolder.WriteRecord(folder, Record(plan, seed, 100.0 + configuration + seed));
            }
        }
    }

    [GlobalCleanup]
    public void Clear() => Directory.Delete(_store, recursive: true);

    [Benchmark(Description = "List")]
    public int List() => RunCatalogue.Read([_store], _store).Runs.Length;

    [Benchmark(Description = "Compare, with the picture")]
    public long Compare()
    {
        var comparison = Comparison.Of(RunCatalogue.Read([_store], _store).Runs, ScoreMetric.All[0]);
        using var picture = new MemoryStream();
        new ComparisonFigure(comparison).WritePng(picture);
        return picture.Length;
    }

    private static RunRecord Record(AgentPlan plan, ulong seed, double last) =>
        new(
            RunRecord.CurrentFormatVersion,
            plan.Agent.Name,
            plan.Environment,
            seed,
            plan.Budget.Steps,
            StepsTaken: plan.Budget.Amount,
            Episodes: 1000,
            SolvedAt: null,
            last,
            GreedyReturns: [last, last + 1],
            Seconds: 1,
            MicrosecondsPerStep: 5,
            DivergedAt: null
        )
        {
            Experiment = plan.Experiment,
            Hash = plan.Hash,
            Best100 = last + 1,
            Configuration = plan.Configuration,
        };
}
