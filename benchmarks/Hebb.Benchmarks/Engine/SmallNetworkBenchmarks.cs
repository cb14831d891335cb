using BenchmarkDotNet.Attributes;
using Hebb.Benchmarks.Measuring;
using Hebb.Learning;
using Hebb.Learning.Contrastive;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Benchmarks.Engine;

/// <summary>
/// Networks of the size that reinforcement learning uses: acting is one free phase from rest, an update a whole estimate
/// (symmetric, beta 0.5) and a step of plain gradient descent; 20 free and 10 nudged sweeps, or fewer to a residual of
/// 1e-3. Weights as PyTorch draws them. <em>Reference</em> is float64 on the readable reference.
/// </summary>
[Config(typeof(ComparisonConfiguration))]
public class SmallNetworkBenchmarks
{
    private const double Tolerance = 1e-3;
    private const int FreeSweeps = 20;
    private const int NudgedSweeps = 10;
    private const double Beta = 0.5;
    private const double LearningRate = 1e-6;

    private SmallLearner<float> _fused = null!;
    private SmallLearner<double> _reference = null!;

    public static IEnumerable<SmallNetwork> Networks => [new([4, 64, 2], Batch: 1), new([64, 128, 128, 4], Batch: 32)];

    [ParamsSource(nameof(Networks))]
    public SmallNetwork Network { get; set; } = null!;

    [Params("fixed", "residual")]
    public string Stop { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var tolerance = string.Equals(Stop, "residual", StringComparison.Ordinal) ? Tolerance : 0;
        var free = new FixedPoint(FreeSweeps, tolerance);
        var estimator = new EquilibriumPropagation(
            Nudging.Symmetric(Beta),
            free,
            new FixedPoint(NudgedSweeps, tolerance)
        );
        _fused = new SmallLearner<float>(Network, free, estimator, LearningRate);
        _reference = new SmallLearner<double>(Network, free, estimator, LearningRate);
    }

    [BenchmarkCategory("act"), Benchmark(Baseline = true, Description = "reference")]
    public void ActReference() => _reference.Act();

    [BenchmarkCategory("act"), Benchmark(Description = "fused")]
    public void Act() => _fused.Act();

    [BenchmarkCategory("update"), Benchmark(Baseline = true, Description = "reference")]
    public void UpdateReference() => _reference.Update();

    [BenchmarkCategory("update"), Benchmark(Description = "fused")]
    public void Update() => _fused.Update();
}
