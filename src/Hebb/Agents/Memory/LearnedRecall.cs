using Hebb.Memory.Actions;
using Hebb.Numerics;

namespace Hebb.Agents.Memory;

/// <summary>What the network says of a recall that learns: of a number of action a, score_a (V h_a + v), by the weights that read it.</summary>
internal sealed class LearnedRecall
{
    private readonly RecallReader _reader;
    private readonly ILearnedActionMemory _memory;
    private readonly float[] _field;
    private readonly float[] _direct;

    private LearnedRecall(RecallReader reader, ILearnedActionMemory memory)
    {
        _reader = reader;
        _memory = memory;
        _field = new float[reader.Task.ActionCount * memory.Size];
        _direct = new float[_field.Length];
    }

    /// <summary>That of a reader; null where nothing of it learns.</summary>
    public static LearnedRecall? Of(RecallReader? reader) =>
        reader?.Learned is { } memory ? new LearnedRecall(reader, memory) : null;

    /// <summary>Takes a step into the trace.</summary>
    /// <param name="hidden">The hidden units with each action clamped, a row an action.</param>
    /// <param name="score">The gradient of log pi(a|s) in what the logits are made of.</param>
    /// <param name="directScore">The same of what is followed at once.</param>
    /// <param name="scale">What the latter is to be multiplied by.</param>
    /// <param name="decay">What is left of the trace.</param>
    public void Trace(
        AlignedMatrix<float> hidden,
        ReadOnlySpan<float> score,
        ReadOnlySpan<float> directScore,
        float scale,
        float decay
    )
    {
        ActionWeights weights = _reader.Weights;
        for (var action = 0; action < score.Length; action++)
        {
            for (var number = 0; number < _memory.Size; number++)
            {
                var row = _reader.RecalledAt + number;
                var slope = TensorPrimitives.Dot<float>(weights.Hidden[row], hidden[action]) + weights.Logit[row];
                var place = (action * _memory.Size) + number;
                _field[place] = score[action] * slope;
                _direct[place] = scale * directScore[action] * slope;
            }
        }

        _memory.Trace(_field, _direct, decay);
    }

    /// <summary>Tells how good the last step was.</summary>
    /// <param name="error">The signal.</param>
    public void Reinforce(float error) => _memory.Reinforce(error);

    /// <summary>Tells that an episode has ended.</summary>
    /// <param name="part">The part of the learning rate that a schedule leaves.</param>
    public void EndEpisode(double part) => _memory.EndEpisode(part);
}
