using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Memory;

/// <summary>
/// Gated units that learn what to keep: the exact derivative of each unit by its own weights is carried along (<see cref="GatedUnits{T}"/>),
/// times what the reader of the memory says of the unit, it is the step's part of an eligibility trace, and the TD error times the trace is
/// the gradient.
/// </summary>
public sealed class GatedMemory : ILearnedMemory
{
    private readonly GateSettings _settings;
    private readonly int _inputs;
    private readonly float[] _parameters;
    private readonly GatedUnits<float> _units;
    private readonly float[] _trace;
    private readonly float[] _gradient;
    private readonly IOptimizer<float> _optimizer;
    private long _episodes;

    /// <summary>Draws the units.</summary>
    /// <param name="inputs">Numbers in an observation; at least 1.</param>
    /// <param name="random">The stream that weights are drawn from.</param>
    /// <exception cref="ArgumentException">A setting is not possible.</exception>
    public GatedMemory(GateSettings settings, int inputs, Pcg64 random)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        SettingRules.Require(settings);
        _settings = settings;
        _inputs = inputs;
        _parameters = new float[GatedUnits<float>.CountOf(settings.Units, inputs)];
        Draw(random);
        _units = new GatedUnits<float>(settings.Units, inputs, _parameters);
        _trace = new float[_parameters.Length];
        _gradient = new float[_parameters.Length];
        _optimizer = settings.Optimizer.Create(_parameters.Length);
    }

    private GatedMemory(GatedMemory shared)
    {
        _settings = shared._settings with { Learns = false };
        _inputs = shared._inputs;
        _parameters = shared._parameters;
        _units = new GatedUnits<float>(_settings.Units, _inputs, _parameters);
        _trace = [];
        _gradient = [];
        _optimizer = shared._optimizer;
    }

    /// <inheritdoc/>
    public int Size => _settings.Units;

    /// <inheritdoc/>
    public int ContentBytes => Size * sizeof(float);

    /// <inheritdoc/>
    public int ParameterCount => _parameters.Length;

    /// <summary>The weights, laid out as <see cref="GatedUnits{T}"/> has them.</summary>
    public ReadOnlySpan<float> Parameters => _parameters;

    /// <inheritdoc/>
    public void Begin() => _units.Begin();

    /// <inheritdoc/>
    public void Write(in MemoryInput input) => _units.Write(input.Observation, _settings.Learns);

    /// <inheritdoc/>
    public void Read(Span<float> numbers) => _units.Content.CopyTo(numbers);

    /// <inheritdoc/>
    public void Trace(ReadOnlySpan<float> field, ReadOnlySpan<float> direct, float decay)
    {
        if (!_settings.Learns)
        {
            return;
        }

        for (var start = 0; start < _parameters.Length; start += Size)
        {
            ReadOnlySpan<float> derivatives = _units.Derivatives.Slice(start, Size);
            Span<float> trace = _trace.AsSpan(start, Size);
            Span<float> gradient = _gradient.AsSpan(start, Size);
            for (var unit = 0; unit < field.Length; unit++)
            {
                trace[unit] = (decay * trace[unit]) + (field[unit] * derivatives[unit]);
            }

            TensorPrimitives.MultiplyAdd(derivatives, direct, gradient, gradient);
        }
    }

    /// <inheritdoc/>
    public void Reinforce(float error) => TensorPrimitives.MultiplyAdd(_trace, error, _gradient, _gradient);

    /// <inheritdoc/>
    public void EndEpisode(double part)
    {
        _episodes++;
        if (!_settings.Learns || _episodes % _settings.Episodes != 0 || part <= 0)
        {
            return;
        }

        // Optimizers descend.
        TensorPrimitives.Negate(_gradient, _gradient);
        GradientNorm.Limit(_gradient, _settings.Optimizer.GradientNorm);
        _optimizer.LearningRate = _settings.Optimizer.LearningRate * part;
        _optimizer.Step(_parameters, _gradient);
        _gradient.AsSpan().Clear();
    }

    /// <inheritdoc/>
    public IMemory Share() => new GatedMemory(this);

    // Of forgetting a row for each number and one of biases, then of what is taken in.
    private void Draw(Pcg64 random)
    {
        var deviation = _settings.InputGain / Math.Sqrt(_inputs);
        var half = _parameters.Length / 2;
        for (var index = 0; index < _parameters.Length; index++)
        {
            var isBias = index % half >= _inputs * Size;
            _parameters[index] = (float)(
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
        visitor.Numbers<float>($"{StateVisitor.Parameters}.weights", _parameters);
        visitor.Part("units", _units);
        visitor.Numbers<float>("trace", _trace);
        visitor.Numbers<float>("gradient", _gradient);
        visitor.Number("episodes", ref _episodes);
        visitor.Part(_settings.Optimizer.Name, _optimizer);
    }
}
