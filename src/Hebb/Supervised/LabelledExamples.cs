namespace Hebb.Supervised;

/// <summary>Examples of a classification task: of each, its inputs and the class it belongs to. They never change.</summary>
public sealed class LabelledExamples
{
    private readonly ReadOnlyMemory<float> _inputs;
    private readonly ReadOnlyMemory<int> _labels;

    /// <summary>Takes the examples over, without copying them.</summary>
    /// <param name="inputSize">Inputs of one example; at least 1.</param>
    /// <param name="classCount">How many classes there are; at least 2.</param>
    /// <param name="inputs">
    /// The inputs of all examples, one example after the other: <paramref name="inputSize"/> numbers for each label,
    /// all finite.
    /// </param>
    /// <param name="labels">The class of each example, at least one: from 0, below <paramref name="classCount"/>.</param>
    /// <exception cref="ArgumentException">An argument is not as it is described here; the message names it.</exception>
    public LabelledExamples(int inputSize, int classCount, ImmutableArray<float> inputs, ImmutableArray<int> labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 2);
        if (labels.IsDefaultOrEmpty)
        {
            throw new ArgumentException("labels is empty; at least one example is needed", nameof(labels));
        }

        if (inputs.IsDefault || inputs.Length != (long)labels.Length * inputSize)
        {
            throw new ArgumentException(
                $"inputs has {(inputs.IsDefault ? 0 : inputs.Length)} numbers; {labels.Length} labels of {inputSize} inputs each need {(long)labels.Length * inputSize}",
                nameof(inputs)
            );
        }

        if (!TensorPrimitives.IsFiniteAll(inputs.AsSpan()))
        {
            var place = inputs.TakeWhile(float.IsFinite).Count();
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"inputs[{place % inputSize}] of example {place / inputSize} is {inputs[place]}; every input must be finite"
                ),
                nameof(inputs)
            );
        }

        var right = labels.TakeWhile(label => label >= 0 && label < classCount).Count();
        if (right < labels.Length)
        {
            throw new ArgumentException(
                $"labels[{right}] is {labels[right]}; with {classCount} classes a label is from 0 to {classCount - 1}",
                nameof(labels)
            );
        }

        InputSize = inputSize;
        ClassCount = classCount;
        _inputs = inputs.AsMemory();
        _labels = labels.AsMemory();
    }

    private LabelledExamples(LabelledExamples all, int count)
    {
        InputSize = all.InputSize;
        ClassCount = all.ClassCount;
        _inputs = all._inputs[..(count * all.InputSize)];
        _labels = all._labels[..count];
    }

    /// <summary>How many examples there are; at least 1.</summary>
    public int Count => _labels.Length;

    /// <summary>Inputs of one example; at least 1.</summary>
    public int InputSize { get; }

    /// <summary>How many classes there are, at least 2, whether or not each has an example here.</summary>
    public int ClassCount { get; }

    /// <summary>The inputs of all examples, one example after the other: <see cref="Count"/> times <see cref="InputSize"/>.</summary>
    public ReadOnlySpan<float> Inputs => _inputs.Span;

    /// <summary>The inputs of one example: <see cref="InputSize"/> finite numbers.</summary>
    /// <param name="example">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such example.</exception>
    public ReadOnlySpan<float> Input(int example)
    {
        // Checked before it is multiplied: the product of a great number could fall on some example.
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)example, (uint)Count, nameof(example));
        return _inputs.Span.Slice(example * InputSize, InputSize);
    }

    /// <summary>The class of one example: from 0, below <see cref="ClassCount"/>.</summary>
    /// <param name="example">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such example.</exception>
    public int Label(int example)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)example, (uint)Count, nameof(example));
        return _labels.Span[example];
    }

    /// <summary>The first examples, as a set of as many classes; nothing is copied.</summary>
    /// <param name="count">How many; at least 1, at most <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many examples.</exception>
    public LabelledExamples Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return new LabelledExamples(this, count);
    }
}
