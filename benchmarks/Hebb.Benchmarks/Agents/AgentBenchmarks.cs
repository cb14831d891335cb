using BenchmarkDotNet.Attributes;
using Hebb.Agents;
using Hebb.Catalogues;

namespace Hebb.Benchmarks.Agents;

/// <summary>
/// Training of the agents of the catalogue on CartPole-v1 with their settings there, environments and learning together: time
/// per environment step, beside the backprop twin.
/// </summary>
[Config(typeof(AgentConfiguration))]
public class AgentBenchmarks
{
    // Whole rollouts of every agent.
    private const int Steps = 32 * 1024;

    // Past the first updates, which size buffers, and past the steps that Q-learners only gather.
    private const int WarmUp = 4 * 1024;
    private const string Environment = "CartPole-v1";
    private const ulong Seed = 1;

    private TrainingLoop? _loop;

    public static IEnumerable<string> Agents =>
        CatalogueSet.Standard.Agents.Where(entry => entry.Twin is not null).Select(entry => entry.Name);

    [ParamsSource(nameof(Agents))]
    public string Agent { get; set; } = "";

    [IterationSetup(Target = nameof(Twin))]
    public void PrepareTwin() =>
        Prepare(CatalogueSet.Standard.Agents.Find(CatalogueSet.Standard.Agents.Find(Agent).Twin!));

    [IterationSetup(Target = nameof(Learner))]
    public void PrepareLearner() => Prepare(CatalogueSet.Standard.Agents.Find(Agent));

    [Benchmark(Baseline = true, OperationsPerInvoke = Steps, Description = "Backprop twin")]
    public void Twin() => _loop!.Run(WarmUp + Steps);

    [Benchmark(OperationsPerInvoke = Steps, Description = "Agent")]
    public void Learner() => _loop!.Run(WarmUp + Steps);

    private void Prepare(AgentEntry entry)
    {
        var task = new AgentTask(
            CatalogueSet.Standard.CreateEnvironment(entry, Environment).Specification,
            // What is annealed hardly moves while it is measured.
            Steps: 200_000,
            Seed
        );
        _loop = new TrainingLoop(
            entry.Create(task),
            () => CatalogueSet.Standard.CreateEnvironment(entry, Environment),
            Seed
        );
        _loop.Run(WarmUp);
    }
}
