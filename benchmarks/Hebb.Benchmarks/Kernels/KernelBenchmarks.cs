using BenchmarkDotNet.Attributes;
using Hebb.Benchmarks.Measuring;
using Hebb.Costs;
using Hebb.Networks.Activations;
using Hebb.Optimizers;
using Hebb.Report.Rules;
using Hebb.Report.Shallow;

namespace Hebb.Benchmarks.Kernels;

/// <summary>
/// Every kernel twice in float32, the readable reference and the vectorised one, on the shapes of the report: four
/// inputs, 128 or 1024 hidden units, two outputs, and one output where units settle, as in its DQN.
/// </summary>
[Config(typeof(ComparisonConfiguration))]
public class KernelBenchmarks
{
    private const float Scale = 1e-6f;
    private const float UnitStep = 0.5f;
    private const float Beta = 0.5f;

    private static readonly float[] Target = [0.5f];

    private KernelOperands _policy = null!;
    private KernelOperands _value = null!;

    [Params(128, 1024)]
    public int Hidden { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _policy = new KernelOperands(Hidden, outputSize: 2);
        _value = new KernelOperands(Hidden, outputSize: 1);
    }

    [BenchmarkCategory("1 hidden pass"), Benchmark(Baseline = true, Description = "reference")]
    public void HiddenReference() =>
        ReferenceShallowPass.Hidden<float, HardSigmoid>(_policy.Network, _policy.Inputs, _policy.Hidden.Span);

    [BenchmarkCategory("1 hidden pass"), Benchmark(Description = "vectorised")]
    public void HiddenVectorised() =>
        VectorShallowPass.Hidden<HardSigmoid>(_policy.Network, _policy.Inputs, _policy.Hidden.Span);

    [BenchmarkCategory("2 outputs"), Benchmark(Baseline = true, Description = "reference")]
    public void OutputsReference() =>
        ReferenceShallowPass.Outputs<float>(_policy.Network, _policy.Hidden.Span, _policy.Outputs);

    [BenchmarkCategory("2 outputs"), Benchmark(Description = "vectorised")]
    public void OutputsVectorised() => VectorShallowPass.Outputs(_policy.Network, _policy.Hidden.Span, _policy.Outputs);

    [BenchmarkCategory("3 to hidden drive"), Benchmark(Baseline = true, Description = "reference")]
    public void ToHiddenDriveReference() =>
        ReferenceShallowPass.ToHiddenDrive<float, HardSigmoid>(
            _policy.Network,
            _policy.Hidden.Span,
            _policy.OutputGradient,
            _policy.HiddenGradient.Span
        );

    [BenchmarkCategory("3 to hidden drive"), Benchmark(Description = "vectorised")]
    public void ToHiddenDriveVectorised() =>
        VectorShallowPass.ToHiddenDrive<HardSigmoid>(
            _policy.Network,
            _policy.Hidden.Span,
            _policy.OutputGradient,
            _policy.HiddenGradient.Span
        );

    [BenchmarkCategory("4 outer products"), Benchmark(Baseline = true, Description = "reference")]
    public void OuterProductsReference() =>
        ReferenceShallowPass.AddOuterProducts(
            _policy.Gradient,
            Scale,
            _policy.Inputs,
            _policy.Hidden.Span,
            _policy.OutputGradient,
            _policy.Hidden.Span
        );

    [BenchmarkCategory("4 outer products"), Benchmark(Description = "vectorised")]
    public void OuterProductsVectorised() =>
        VectorShallowPass.AddOuterProducts(
            _policy.Gradient,
            Scale,
            _policy.Inputs,
            _policy.Hidden.Span,
            _policy.OutputGradient,
            _policy.Hidden.Span
        );

    [BenchmarkCategory("5 Adam step"), Benchmark(Baseline = true, Description = "reference")]
    public void AdamReference() =>
        AdamKernels.Reference<float>(
            _policy.AdamStep,
            _policy.Network.All,
            _policy.Gradient.All,
            _policy.First.All,
            _policy.Second.All
        );

    [BenchmarkCategory("5 Adam step"), Benchmark(Description = "vectorised")]
    public void AdamVectorised() =>
        AdamKernels.Vectorised(
            _policy.AdamStep,
            _policy.Network.All,
            _policy.Gradient.All,
            _policy.First.All,
            _policy.Second.All
        );

    [BenchmarkCategory("6 reward trace row"), Benchmark(Baseline = true, Description = "reference")]
    public void TraceRowReference() =>
        RewardTraceKernels.Reference<float>(
            _policy.TraceStep,
            _policy.Inputs[0],
            _policy.Hidden.Span,
            _policy.Network.InputWeights(0),
            _policy.First.InputWeights(0),
            _policy.Second.InputWeights(0)
        );

    [BenchmarkCategory("6 reward trace row"), Benchmark(Description = "vectorised")]
    public void TraceRowVectorised() =>
        RewardTraceKernels.Vectorised(
            _policy.TraceStep,
            _policy.Inputs[0],
            _policy.Hidden.Span,
            _policy.Network.InputWeights(0),
            _policy.First.InputWeights(0),
            _policy.Second.InputWeights(0)
        );

    [BenchmarkCategory("7 energy gradient"), Benchmark(Baseline = true, Description = "reference")]
    public void EnergyGradientReference() =>
        ShallowEnergyKernels.Reference(_value.Network, _value.State, _value.UnitGradient.Span);

    [BenchmarkCategory("7 energy gradient"), Benchmark(Description = "vectorised")]
    public void EnergyGradientVectorised() =>
        ShallowEnergyKernels.Vectorised(_value.Network, _value.State, _value.UnitGradient.Span);

    // This reference runs on the vectorised energy gradient where the numbers are float32, so that its ratio is what
    // fusing alone gains.
    [BenchmarkCategory("8 gradient-flow step"), Benchmark(Baseline = true, Description = "reference")]
    public void GradientFlowReference() =>
        ShallowGradientFlowKernels.Reference<float>(
            _value.Network,
            _value.State,
            UnitStep,
            Beta,
            SquaredError.Half,
            Target,
            0,
            _value.UnitGradient.Span
        );

    [BenchmarkCategory("8 gradient-flow step"), Benchmark(Description = "vectorised")]
    public void GradientFlowVectorised() =>
        ShallowGradientFlowKernels.OneOutput(_value.Network, _value.State, UnitStep, Beta, Target[0], 0);
}
