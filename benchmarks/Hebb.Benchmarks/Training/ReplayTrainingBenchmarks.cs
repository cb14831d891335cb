using BenchmarkDotNet.Attributes;

namespace Hebb.Benchmarks.Training;

/// <summary>
/// As <see cref="TrainingBenchmarks"/>, for the methods that replay sixteen transitions a step. They do so much more
/// in a step that fewer steps measure them as well; still enough for the few kilobytes that the measuring itself
/// allocates to round to 0 B a step.
/// </summary>
[Config(typeof(TrainingConfiguration))]
public class ReplayTrainingBenchmarks
{
    private const int StepsASeed = 2_600;
    private const int Steps = TrainingPair.Seeds * StepsASeed;

    private readonly TrainingPair _pair = new();

    public static IEnumerable<string> Learners => TrainingPair.Learners(replays: true);

    [ParamsSource(nameof(Learners))]
    public string Learner { get; set; } = "";

    [GlobalSetup(Target = nameof(Reference))]
    public void WarmUpReference() => _pair.WarmUp<double>(Learner);

    [GlobalSetup(Target = nameof(Fused))]
    public void WarmUpFused() => _pair.WarmUp<float>(Learner);

    [IterationSetup(Target = nameof(Reference))]
    public void PrepareReference() => _pair.Prepare<double>(Learner);

    [IterationSetup(Target = nameof(Fused))]
    public void PrepareFused() => _pair.Prepare<float>(Learner);

    [Benchmark(Baseline = true, OperationsPerInvoke = Steps)]
    public void Reference() => _pair.Train(StepsASeed);

    [Benchmark(OperationsPerInvoke = Steps)]
    public void Fused() => _pair.Train(StepsASeed);
}
