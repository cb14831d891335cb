using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Report.Rules;
using Hebb.Report.Shallow;

namespace Hebb.Benchmarks.Kernels;

/// <summary>
/// What the kernels work on, in float32: a network of four inputs with random weights, and numbers that stay ordinary
/// however often a kernel is repeated on them.
/// </summary>
internal sealed class KernelOperands
{
    private const int InputSize = 4;
    private const ulong Seed = 1;

    /// <summary>Operands for one network.</summary>
    /// <param name="hiddenSize">Hidden units.</param>
    /// <param name="outputSize">Output units.</param>
    public KernelOperands(int hiddenSize, int outputSize)
    {
        var random = new Pcg64(Seed);
        Network = new ShallowParameters<float>(InputSize, hiddenSize, outputSize);
        ShallowInitialization.XavierUniform(Network, random);
        Gradient = Network.ZerosAlike();
        ShallowInitialization.XavierUniform(Gradient, random);
        First = Network.ZerosAlike();
        Second = Network.ZerosAlike();
        State = new ShallowState<float>(Network);
        UnitGradient = new AlignedBuffer<float>(Network.Stride + outputSize);
        Hidden = Network.NewHidden();
        HiddenGradient = Network.NewHidden();
        Inputs = new float[InputSize];
        Outputs = new float[outputSize];
        OutputGradient = new float[outputSize];
        Fill(Inputs, random);
        Fill(OutputGradient, random);
        Fill(Hidden.Span[..hiddenSize], random);
        Fill(State.Units[..hiddenSize], random);
        Fill(State.Outputs, random);
        State.Clamp(Network, Inputs);
    }

    public ShallowParameters<float> Network { get; }

    public ShallowParameters<float> Gradient { get; }

    /// <summary>Adam's first moment, or a trace.</summary>
    public ShallowParameters<float> First { get; }

    /// <summary>Adam's second moment, or a running average.</summary>
    public ShallowParameters<float> Second { get; }

    public ShallowState<float> State { get; }

    public AlignedBuffer<float> UnitGradient { get; }

    public AlignedBuffer<float> Hidden { get; }

    public AlignedBuffer<float> HiddenGradient { get; }

    public float[] Inputs { get; }

    public float[] Outputs { get; }

    public float[] OutputGradient { get; }

    public AdamStep<float> AdamStep { get; } = new(1e-3f, 0.9f, 0.999f, 1, 1e-8f);

    public RewardTraceStep<float> TraceStep { get; } = new(0.99f, 0.99f, 1e-6f, 1e-6f);

    // In (0, 1), where the hard sigmoid is not flat.
    private static void Fill(Span<float> numbers, Pcg64 random)
    {
        foreach (ref var number in numbers)
        {
            number = (float)random.NextUniform(0.1, 0.9);
        }
    }
}
