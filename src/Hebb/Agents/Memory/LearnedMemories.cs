using Hebb.Memory;
using Hebb.Numerics;

namespace Hebb.Agents.Memory;

/// <summary>Those memories of a bank that learn, and what the network that reads them says of each.</summary>
/// <remarks>
/// Of a number m that enters the hidden units by weights W_m, d log pi / dm = W_m . (h_a - E_pi h): the weights are used both ways, as
/// everywhere in a network that has an energy.
/// </remarks>
internal sealed class LearnedMemories
{
    private readonly (ILearnedMemory Memory, int At)[] _memories;
    private readonly float[] _field;
    private readonly float[] _direct;

    /// <summary>Those of a bank.</summary>
    /// <param name="observationSize">Numbers that stand before those of the memories.</param>
    public LearnedMemories(MemoryBank bank, int observationSize)
    {
        var memories = new List<(ILearnedMemory, int)>();
        var at = observationSize;
        foreach ((_, IMemory memory) in bank.Memories)
        {
            if (memory is ILearnedMemory learned)
            {
                memories.Add((learned, at));
            }

            at += memory.Size;
        }

        _memories = [.. memories];
        _field = new float[bank.Size];
        _direct = new float[bank.Size];
    }

    /// <summary>Takes a step into the traces of all.</summary>
    /// <param name="weights">From the numbers to the hidden units, a row a number.</param>
    /// <param name="field">The gradient of log pi(a|s) in the drives of the hidden units.</param>
    /// <param name="direct">What is followed at once in the drives of the hidden units.</param>
    /// <param name="scale">What the latter is to be multiplied by.</param>
    /// <param name="decay">What is left of the traces.</param>
    public void Trace(
        ReadOnlyMatrixSpan<float> weights,
        ReadOnlySpan<float> field,
        ReadOnlySpan<float> direct,
        float scale,
        float decay
    )
    {
        foreach ((ILearnedMemory memory, var at) in _memories)
        {
            for (var number = 0; number < memory.Size; number++)
            {
                ReadOnlySpan<float> row = weights[at + number];
                _field[number] = TensorPrimitives.Dot(row, field[..row.Length]);
                _direct[number] = scale == 0 ? 0 : scale * TensorPrimitives.Dot(row, direct[..row.Length]);
            }

            memory.Trace(_field.AsSpan(0, memory.Size), _direct.AsSpan(0, memory.Size), decay);
        }
    }

    /// <summary>Tells all how good the last step was.</summary>
    /// <param name="error">The signal.</param>
    public void Reinforce(float error)
    {
        foreach ((ILearnedMemory memory, _) in _memories)
        {
            memory.Reinforce(error);
        }
    }

    /// <summary>Tells all that an episode has ended.</summary>
    /// <param name="part">The part of the learning rate that a schedule leaves.</param>
    public void EndEpisode(double part)
    {
        foreach ((ILearnedMemory memory, _) in _memories)
        {
            memory.EndEpisode(part);
        }
    }
}
