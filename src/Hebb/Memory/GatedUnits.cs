using Hebb.Snapshots;

namespace Hebb.Memory;

/// <summary>
/// Units that keep a part of their content in each step and take in something new for the rest: f = sigmoid(W_f [x, 1]),
/// z = tanh(W_z [x, 1]), m = f m + (1 - f) z. No unit sees another, so the exact derivative of each by its own weights is a running number
/// a weight: d = f d + what the step adds.
/// </summary>
/// <remarks>
/// For such units real-time recurrent learning (Williams and Zipser 1989) costs as much as a step of the units: Mozer, "A focused
/// backpropagation algorithm for temporal pattern recognition" (1989); Elelimy et al., "Real-time recurrent learning using trace units in
/// reinforcement learning" (2024). The unit is the minimal gated unit of Zhou et al. (2016) and Heck and Salem (2017) without what it
/// sends to others.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
/// <param name="units">How many units; at least 1.</param>
/// <param name="inputs">Numbers in an observation; at least 1.</param>
/// <param name="parameters">
/// The weights: of forgetting a row of all units for each number and one of biases, then the same of what is taken in. They may change
/// between steps; the derivatives are then those of a mixture, as in all online learning.
/// </param>
internal sealed class GatedUnits<T>(int units, int inputs, T[] parameters) : IStateful
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _content = new T[units];
    private readonly T[] _keep = new T[units];
    private readonly T[] _new = new T[units];
    private readonly T[] _byKeep = new T[units];
    private readonly T[] _byNew = new T[units];
    private readonly T[] _derivatives = new T[CountOf(units, inputs)];

    /// <summary>How many weights there are.</summary>
    public static int CountOf(int units, int inputs) => checked(2 * units * (inputs + 1));

    /// <summary>m.</summary>
    public ReadOnlySpan<T> Content => _content;

    /// <summary>dm/dw, of each weight by the unit that it belongs to: laid out as the weights.</summary>
    public ReadOnlySpan<T> Derivatives => _derivatives;

    /// <summary>Empties them.</summary>
    public void Begin()
    {
        _content.AsSpan().Clear();
        _derivatives.AsSpan().Clear();
    }

    /// <summary>Takes in an observation.</summary>
    /// <param name="derives">Whether derivatives are carried on; without it they are left as they are.</param>
    public void Write(ReadOnlySpan<T> observation, bool derives)
    {
        Drive(0, observation, _keep);
        Drive(inputs + 1, observation, _new);
        TensorPrimitives.Sigmoid<T>(_keep, _keep);
        TensorPrimitives.Tanh<T>(_new, _new);
        if (derives)
        {
            for (var unit = 0; unit < units; unit++)
            {
                T keep = _keep[unit];
                T taken = _new[unit];
                _byKeep[unit] = (_content[unit] - taken) * keep * (T.One - keep);
                _byNew[unit] = (T.One - keep) * (T.One - (taken * taken));
            }

            Derive(0, observation, _byKeep);
            Derive(inputs + 1, observation, _byNew);
        }

        for (var unit = 0; unit < units; unit++)
        {
            _content[unit] = _new[unit] + (_keep[unit] * (_content[unit] - _new[unit]));
        }
    }

    private void Drive(int firstRow, ReadOnlySpan<T> observation, Span<T> drive)
    {
        Row(parameters, firstRow + inputs).CopyTo(drive);
        for (var input = 0; input < inputs; input++)
        {
            TensorPrimitives.MultiplyAdd(Row(parameters, firstRow + input), observation[input], drive, drive);
        }
    }

    private void Derive(int firstRow, ReadOnlySpan<T> observation, ReadOnlySpan<T> added)
    {
        for (var input = 0; input <= inputs; input++)
        {
            Span<T> derivatives = Row(_derivatives, firstRow + input);
            TensorPrimitives.Multiply(derivatives, _keep, derivatives);
            TensorPrimitives.MultiplyAdd(added, input == inputs ? T.One : observation[input], derivatives, derivatives);
        }
    }

    private Span<T> Row(T[] numbers, int row) => numbers.AsSpan(row * units, units);

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Numbers<T>("content", _content);
        visitor.Numbers<T>("derivatives", _derivatives);
    }
}
