using Hebb.Learning;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Supervised;

/// <summary>Gathers labelled examples into a batch, in one block that is made once: inputs, and targets that are one-hot.</summary>
/// <param name="capacity">The examples of the largest batch; at least 1.</param>
internal sealed class ExampleBatch<T>(NetworkTopology topology, int capacity)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly AlignedMatrix<T> _inputs = new(capacity, topology.InputSize);
    private readonly AlignedMatrix<T> _targets = new(capacity, topology.OutputSize);

    /// <summary>Gathers examples.</summary>
    /// <param name="examples">Where from; of the network's sizes.</param>
    /// <param name="places">Which of them, at most as many as the batch has room for.</param>
    /// <returns>A view, good until the next call.</returns>
    public Batch<T> Gather(LabelledExamples examples, ReadOnlySpan<int> places)
    {
        _targets.Span.Clear();
        for (var row = 0; row < places.Length; row++)
        {
            TensorPrimitives.ConvertTruncating(examples.Input(places[row]), _inputs[row]);
            _targets[row][examples.Label(places[row])] = T.One;
        }

        return new Batch<T>(_inputs.First(places.Length), _targets.First(places.Length));
    }

    /// <summary>Refuses examples of other sizes than the network's.</summary>
    /// <exception cref="ArgumentException">Their inputs or classes are not as many as the network's.</exception>
    public void RequireFit(LabelledExamples examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.InputSize != topology.InputSize || examples.ClassCount != topology.OutputSize)
        {
            throw new ArgumentException(
                $"examples: {examples.InputSize} inputs and {examples.ClassCount} classes; the network has {topology.InputSize} inputs and {topology.OutputSize} outputs",
                nameof(examples)
            );
        }
    }

    /// <summary>For how many examples the highest output is that of their class; the first of equal ones counts.</summary>
    /// <param name="outputs">A row an example.</param>
    public static int CountCorrect(ReadOnlyMatrixSpan<T> outputs, LabelledExamples examples, ReadOnlySpan<int> places)
    {
        var correct = 0;
        for (var row = 0; row < places.Length; row++)
        {
            // The highest of outputs one of which is no number is that one.
            var highest = TensorPrimitives.IndexOfMax(outputs[row]);
            var isRight = highest == examples.Label(places[row]) && !T.IsNaN(outputs[row][highest]);
            correct += isRight ? 1 : 0;
        }

        return correct;
    }
}
