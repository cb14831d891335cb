using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Memory;

/// <summary>
/// Sums of the observation that decay, one for each number and time constant: m = (1 - 1 / tau) m + x. They keep how much of it there
/// was and roughly when, and nothing of its order.
/// </summary>
public sealed class ObservationTraces : IMemory
{
    private readonly int _inputs;
    private readonly float[] _decays;
    private readonly float[] _traces;

    /// <summary>Empty traces.</summary>
    /// <param name="inputs">Numbers in an observation; at least 1.</param>
    /// <exception cref="ArgumentException">A setting is not possible.</exception>
    public ObservationTraces(ObservationTraceSettings settings, int inputs)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        SettingRules.Require(settings);
        _inputs = inputs;
        _decays = new float[settings.Count];
        for (var index = 0; index < _decays.Length; index++)
        {
            var part = _decays.Length == 1 ? 0 : (double)index / (_decays.Length - 1);
            var steps = settings.Shortest * Math.Pow(settings.Longest / settings.Shortest, part);
            _decays[index] = (float)(1 - (1 / steps));
        }

        _traces = new float[settings.Count * inputs];
    }

    private ObservationTraces(ObservationTraces shared)
    {
        _inputs = shared._inputs;
        _decays = shared._decays;
        _traces = new float[shared._traces.Length];
    }

    /// <inheritdoc/>
    public int Size => _traces.Length;

    /// <inheritdoc/>
    public int ContentBytes => Size * sizeof(float);

    /// <inheritdoc/>
    public void Begin() => _traces.AsSpan().Clear();

    /// <inheritdoc/>
    public void Write(in MemoryInput input)
    {
        for (var index = 0; index < _decays.Length; index++)
        {
            Span<float> trace = _traces.AsSpan(index * _inputs, _inputs);
            TensorPrimitives.MultiplyAdd(trace, _decays[index], input.Observation, trace);
        }
    }

    /// <inheritdoc/>
    public void Read(Span<float> numbers) => _traces.CopyTo(numbers);

    /// <inheritdoc/>
    public IMemory Share() => new ObservationTraces(this);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Numbers<float>("traces", _traces);
    }
}
