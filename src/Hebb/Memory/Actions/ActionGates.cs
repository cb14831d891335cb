using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Memory.Actions;

/// <summary>
/// Gated units for each action, which learn what to keep of what it led to: the weights are those of all actions, the contents their own. The
/// learned counterpart of <see cref="ActionRecall"/>.
/// </summary>
/// <remarks>
/// A step shows the units of each action six numbers, 0 or 1: the action was taken as the first of an attempt and changed something, or as a
/// later one; or changed nothing, as either; the attempt that it was part of has succeeded; an attempt has ended. Derivatives are exact, as in
/// <see cref="GatedUnits{T}"/>.
/// </remarks>
public sealed class ActionGates : ILearnedActionMemory
{
    private const int Inputs = 6;
    private const int FirstChanged = 0;
    private const int LaterChanged = 1;
    private const int FirstUnchanged = 2;
    private const int LaterUnchanged = 3;
    private const int Succeeded = 4;
    private const int Ended = 5;

    private readonly GateSettings _settings;
    private readonly GatedWeights _weights;
    private readonly GatedUnits<float>[] _units;
    private readonly float[] _input = new float[Inputs];
    private readonly bool[] _isPart;
    private readonly bool _learns;
    private int _count;

    /// <summary>Draws the units.</summary>
    /// <param name="actions">How many actions there are; at least 1.</param>
    /// <param name="random">The stream that weights are drawn from.</param>
    /// <exception cref="ArgumentException">A setting is not possible.</exception>
    public ActionGates(GateSettings settings, int actions, Pcg64 random)
        : this(settings, actions, new GatedWeights(settings, Inputs, random), settings?.Learns ?? false) { }

    private ActionGates(GateSettings settings, int actions, GatedWeights weights, bool learns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(actions);
        _settings = settings;
        _weights = weights;
        _learns = learns;
        _isPart = new bool[actions];
        _units = new GatedUnits<float>[actions];
        for (var action = 0; action < actions; action++)
        {
            _units[action] = new GatedUnits<float>(settings.Units, Inputs, weights.Parameters);
        }
    }

    /// <inheritdoc/>
    public int Size => _settings.Units;

    /// <inheritdoc/>
    public int ContentBytes => _units.Length * Size * sizeof(float);

    /// <inheritdoc/>
    public void Begin()
    {
        foreach (GatedUnits<float> units in _units)
        {
            units.Begin();
        }

        _isPart.AsSpan().Clear();
        _count = 0;
    }

    /// <inheritdoc/>
    public void BeginAttempt()
    {
        _isPart.AsSpan().Clear();
        _count = 0;
    }

    /// <inheritdoc/>
    public void Write(int action, bool changed, bool succeeded)
    {
        _isPart[action] = true;
        for (var other = 0; other < _units.Length; other++)
        {
            _input.AsSpan().Clear();
            if (other == action)
            {
                _input[
                    (_count == 0, changed) switch
                    {
                        (true, true) => FirstChanged,
                        (false, true) => LaterChanged,
                        (true, false) => FirstUnchanged,
                        _ => LaterUnchanged,
                    }
                ] = 1;
            }

            _input[Succeeded] = succeeded && _isPart[other] ? 1 : 0;
            _input[Ended] = succeeded ? 1 : 0;
            _units[other].Write(_input, _learns);
        }

        _count++;
    }

    /// <inheritdoc/>
    public void Read(int action, Span<float> numbers) => _units[action].Content.CopyTo(numbers);

    /// <inheritdoc/>
    public void Trace(ReadOnlySpan<float> field, ReadOnlySpan<float> direct, float decay)
    {
        if (!_learns)
        {
            return;
        }

        _weights.Decay(decay);
        for (var action = 0; action < _units.Length; action++)
        {
            _weights.Trace(
                _units[action].Derivatives,
                field.Slice(action * Size, Size),
                direct.Slice(action * Size, Size)
            );
        }
    }

    /// <inheritdoc/>
    public void Reinforce(float error) => _weights.Reinforce(error);

    /// <inheritdoc/>
    public void EndEpisode(double part)
    {
        if (_learns)
        {
            _weights.EndEpisode(part);
        }
    }

    /// <inheritdoc/>
    public IActionMemory Share() => new ActionGates(_settings, _units.Length, _weights, learns: false);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("weights", _weights);
        visitor.Parts("units", _units);
        visitor.Numbers<bool>("is_part", _isPart);
        visitor.Number("count", ref _count);
    }
}
