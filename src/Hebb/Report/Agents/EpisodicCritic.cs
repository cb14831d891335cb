using Hebb.Costs;
using Hebb.Networks.Activations;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Report.Shallow;
using Hebb.Snapshots;

namespace Hebb.Report.Agents;

/// <summary>
/// The classical critic of the report's policy EP (section 4.2): V(s) by a network with one rectified layer, fitted
/// by backprop once an episode with the smooth L1 loss summed over its steps, and Adam.
/// </summary>
internal sealed class EpisodicCritic<T> : IStateful
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ShallowParameters<T> _network;
    private readonly ShallowParameters<T> _gradient;
    private readonly Adam<T> _optimizer;
    private readonly RowStore<T> _hidden;
    private readonly RowStore<T> _values;
    private readonly AlignedBuffer<T> _hiddenGradient;
    private readonly AlignedBuffer<T> _scratchHidden;

    public EpisodicCritic(int inputSize, int hiddenSize, double learningRate, Pcg64 random)
    {
        _network = new ShallowParameters<T>(inputSize, hiddenSize, 1);
        ShallowInitialization.FanIn(_network, random);
        _gradient = _network.ZerosAlike();
        _optimizer = new Adam<T>(_network.All.Length, learningRate);
        _hidden = new RowStore<T>(_network.Stride);
        _values = new RowStore<T>(1);
        _hiddenGradient = _network.NewHidden();
        _scratchHidden = _network.NewHidden();
    }

    /// <summary>The network, for inspection.</summary>
    public ShallowParameters<T> Network => _network;

    /// <summary>V(s) of an earlier step of the episode.</summary>
    public T this[int step] => _values[step][0];

    /// <summary>Evaluates the next step of the episode and remembers it for <see cref="Fit"/>.</summary>
    public void Add(ReadOnlySpan<T> inputs)
    {
        var hidden = _hidden.Add();
        ShallowPass.Hidden<T, RectifiedLinear>(_network, inputs, hidden);
        ShallowPass.Outputs(_network, hidden, _values.Add());
    }

    /// <summary>V of a state that belongs to no step, such as the one that a time limit left behind.</summary>
    public T Value(ReadOnlySpan<T> inputs)
    {
        Span<T> value = stackalloc T[1];
        ShallowPass.Hidden<T, RectifiedLinear>(_network, inputs, _scratchHidden.Span);
        ShallowPass.Outputs(_network, _scratchHidden.Span, value);
        return value[0];
    }

    /// <summary>One Adam step on sum_t smoothL1(V(s_t) - target_t), then forgets the episode.</summary>
    /// <param name="inputs">The observations of the episode, a row a step.</param>
    /// <param name="targets">What V should have been, one a step.</param>
    public void Fit(RowStore<T> inputs, ReadOnlySpan<T> targets)
    {
        Span<T> slope = stackalloc T[1];
        _gradient.All.Clear();
        for (var step = 0; step < targets.Length; step++)
        {
            slope[0] = SmoothL1.Gradient(this[step] - targets[step]);
            var hidden = _hidden[step];
            var hiddenGradient = _hiddenGradient.Span;
            hiddenGradient.Clear();
            ShallowPass.ToHiddenDrive<T, RectifiedLinear>(_network, hidden, slope, hiddenGradient);
            ShallowPass.AddOuterProducts(_gradient, T.One, inputs[step], hiddenGradient, slope, hidden);
        }

        _optimizer.Step(_network.All, _gradient.All);
        _hidden.Clear();
        _values.Clear();
    }

    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("network", _network);
        visitor.Part("adam", _optimizer);
        visitor.Part("hidden", _hidden);
        visitor.Part("values", _values);
    }
}
