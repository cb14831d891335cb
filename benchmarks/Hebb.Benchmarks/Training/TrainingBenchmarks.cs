using BenchmarkDotNet.Attributes;

namespace Hebb.Benchmarks.Training;

/// <summary>
/// Training of the methods of Figure 4 that learn from what just happened, on CartPole-v0, environment and learning
/// together: time per environment step in float32 on the fused kernels, beside float64 on the reference kernels.
/// </summary>
/// <remarks>
/// The random policy has neither kernels nor number type: its two rows show the noise of the run.
/// </remarks>
[Config(typeof(TrainingConfiguration))]
public class TrainingBenchmarks
{
    private const int StepsASeed = 8_000;
    private const int Steps = TrainingPair.Seeds * StepsASeed;

    private readonly TrainingPair _pair = new();

    public static IEnumerable<string> Learners => TrainingPair.Learners(replays: false);

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
