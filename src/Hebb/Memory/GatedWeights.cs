using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Memory;

/// <summary>The weights of gated units, their eligibility trace, and the steps that they take.</summary>
internal sealed class GatedWeights : IStateful
{
    private readonly GateSettings _settings;
    private readonly float[] _trace;
    private readonly float[] _gradient;
    private readonly IOptimizer<float> _optimizer;
    private long _episodes;

    /// <summary>Draws weights.</summary>
    /// <param name="inputs">Numbers that the units take in; at least 1.</param>
    /// <param name="random">The stream that weights are drawn from.</param>
    /// <exception cref="ArgumentException">A setting is not possible.</exception>
    public GatedWeights(GateSettings settings, int inputs, Pcg64 random)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        SettingRules.Require(settings);
        _settings = settings;
        Parameters = new float[GatedUnits<float>.CountOf(settings.Units, inputs)];
        Draw(inputs, random);
        _trace = new float[Parameters.Length];
        _gradient = new float[Parameters.Length];
        _optimizer = settings.Optimizer.Create(Parameters.Length);
    }

    /// <summary>The weights, laid out as <see cref="GatedUnits{T}"/> has them.</summary>
    public float[] Parameters { get; }

    /// <summary>e = decay e.</summary>
    public void Decay(float decay) => TensorPrimitives.Multiply(_trace, decay, _trace);

    /// <summary>e = e + field dm/dw, and the gradient takes in what is followed at once.</summary>
    /// <param name="derivatives">dm/dw of some units with these weights.</param>
    /// <param name="field">d log pi / dm, a number a unit.</param>
    /// <param name="direct">The gradient of what is followed at once.</param>
    public void Trace(ReadOnlySpan<float> derivatives, ReadOnlySpan<float> field, ReadOnlySpan<float> direct)
    {
        for (var start = 0; start < Parameters.Length; start += field.Length)
        {
            ReadOnlySpan<float> own = derivatives.Slice(start, field.Length);
            Span<float> trace = _trace.AsSpan(start, field.Length);
            Span<float> gradient = _gradient.AsSpan(start, field.Length);
            TensorPrimitives.MultiplyAdd(own, field, trace, trace);
            TensorPrimitives.MultiplyAdd(own, direct, gradient, gradient);
        }
    }

    /// <summary>The gradient grows by the error times the trace.</summary>
    public void Reinforce(float error) => TensorPrimitives.MultiplyAdd(_trace, error, _gradient, _gradient);

    /// <summary>An episode has ended: at every so many of them the weights take a step along the gradient.</summary>
    /// <param name="part">The part of the learning rate that a schedule leaves.</param>
    public void EndEpisode(double part)
    {
        _episodes++;
        if (_episodes % _settings.Episodes != 0 || part <= 0)
        {
            return;
        }

        // Optimizers descend.
        TensorPrimitives.Negate(_gradient, _gradient);
        GradientNorm.Limit(_gradient, _settings.Optimizer.GradientNorm);
        _optimizer.LearningRate = _settings.Optimizer.LearningRate * part;
        _optimizer.Step(Parameters, _gradient);
        _gradient.AsSpan().Clear();
    }

    // Of forgetting a row for each number and one of biases, then of what is taken in.
    private void Draw(int inputs, Pcg64 random)
    {
        var deviation = _settings.InputGain / Math.Sqrt(inputs);
        var half = Parameters.Length / 2;
        for (var index = 0; index < Parameters.Length; index++)
        {
            var isBias = index % half >= inputs * _settings.Units;
            Parameters[index] = (float)(
                !isBias ? deviation * random.NextGaussian()
                : index < half ? random.NextUniform(_settings.LeastBias, _settings.GreatestBias)
                : 0
            );
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Numbers<float>($"{StateVisitor.Parameters}.weights", Parameters);
        visitor.Numbers<float>("trace", _trace);
        visitor.Numbers<float>("gradient", _gradient);
        visitor.Number("episodes", ref _episodes);
        visitor.Part(_settings.Optimizer.Name, _optimizer);
    }
}
