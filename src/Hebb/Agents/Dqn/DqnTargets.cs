using Hebb.Numerics;

namespace Hebb.Agents.Dqn;

/// <summary>
/// What the outputs y = scale Q - offset of a batch are asked to be: scale R + factor (y'_a + offset) - offset, in the rows of a
/// <see cref="Costs.TemporalDifferenceCost"/>.
/// </summary>
internal sealed class DqnTargets
{
    private readonly float _scale;
    private readonly float _offset;
    private readonly int[] _nextActions;
    private readonly float[] _rows;

    /// <summary>Room for a batch.</summary>
    public DqnTargets(int batch, double scale, double offset)
    {
        _scale = (float)scale;
        _offset = (float)offset;
        _nextActions = new int[batch];
        _rows = new float[2 * batch];
    }

    /// <summary>The action and its output: a row a transition.</summary>
    public ReadOnlyMatrixSpan<float> All => new(_rows, 2);

    /// <summary>The mean of the values asked, in the unit of rewards.</summary>
    public double MeanValue { get; private set; }

    /// <summary>Chooses the next actions: those of the greatest output.</summary>
    /// <param name="outputs">A row a transition.</param>
    public void Choose(ReadOnlyMatrixSpan<float> outputs)
    {
        for (var row = 0; row < _nextActions.Length; row++)
        {
            _nextActions[row] = GreedyPolicy.Best(outputs[row]);
        }
    }

    /// <summary>Sets what is asked.</summary>
    /// <param name="outputs">y' at their next observations: a row a transition.</param>
    public void Set(ReturnMemory memory, ReadOnlySpan<int> slots, ReadOnlyMatrixSpan<float> outputs)
    {
        var sum = 0.0;
        for (var row = 0; row < slots.Length; row++)
        {
            var slot = slots[row];
            var next = outputs[row][_nextActions[row]] + _offset;
            var value = (_scale * memory.Return(slot)) + (memory.Factor(slot) * next);
            _rows[2 * row] = memory.Action(slot);
            _rows[(2 * row) + 1] = value - _offset;
            sum += value;
        }

        MeanValue = sum / _scale / slots.Length;
    }
}
