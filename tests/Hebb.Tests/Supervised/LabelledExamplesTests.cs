using CsCheck;
using Hebb.Supervised;

namespace Hebb.Tests.Supervised;

public sealed class LabelledExamplesTests
{
    [Fact]
    public void Examples_are_what_they_were_made_of() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[2, 7], Gen.Int[1, 9])
            .SelectMany(
                (inputSize, classCount, count) =>
                    Gen.Select(
                        Gen.Const(inputSize),
                        Gen.Const(classCount),
                        Gen.Float[-1e30f, 1e30f].Array[count * inputSize],
                        Gen.Int[0, classCount - 1].Array[count]
                    )
            )
            .Sample(
                (inputSize, classCount, inputs, labels) =>
                {
                    var examples = new LabelledExamples(inputSize, classCount, [.. inputs], [.. labels]);
                    Assert.Equal(labels.Length, examples.Count);
                    Assert.Equal(inputSize, examples.InputSize);
                    Assert.Equal(classCount, examples.ClassCount);
                    Assert.Equal(inputs, examples.Inputs.ToArray());
                    for (var example = 0; example < labels.Length; example++)
                    {
                        Assert.Equal(labels[example], examples.Label(example));
                        Assert.Equal(
                            inputs[(example * inputSize)..((example + 1) * inputSize)],
                            examples.Input(example).ToArray()
                        );
                    }
                }
            );

    [Fact]
    public void The_first_examples_keep_the_classes()
    {
        LabelledExamples first = Four().Take(3);
        Assert.Equal((3, 2, 5), (first.Count, first.InputSize, first.ClassCount));
        Assert.Equal([0, 1, 2, 3, 4, 5], first.Inputs.ToArray());
        Assert.Equal(4, first.Label(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => first.Label(3));
        Assert.Equal(1, first.Take(1).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => first.Take(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => first.Take(0));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void There_are_no_other_examples(int example)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Four().Label(example));
        Assert.Throws<ArgumentOutOfRangeException>(() => Four().Input(example).Length);
    }

    [Fact]
    public void Bad_examples_are_refused_by_name()
    {
        Assert.Contains(
            "inputs[1] of example 3 is NaN; every input must be finite",
            Refusal(2, 5, [0, 1, 2, 3, 4, 5, 6, float.NaN], [0, 1, 2, 3]),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "inputs[0] of example 1 is -Infinity",
            Refusal(2, 5, [0, 1, float.NegativeInfinity, 3], [0, 1]),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "labels[1] is 5; with 5 classes a label is from 0 to 4",
            Refusal(1, 5, [0, 1], [0, 5]),
            StringComparison.Ordinal
        );
        Assert.Contains("labels[0] is -1", Refusal(1, 5, [0, 1], [-1, 5]), StringComparison.Ordinal);
        Assert.Contains(
            "inputs has 3 numbers; 2 labels of 2 inputs each need 4",
            Refusal(2, 5, [0, 1, 2], [0, 1]),
            StringComparison.Ordinal
        );
        Assert.Contains("labels is empty", Refusal(2, 5, [], []), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new LabelledExamples(1, 2, default, [0]));
        Assert.Throws<ArgumentException>(() => new LabelledExamples(1, 2, [0], default));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LabelledExamples(0, 2, [], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LabelledExamples(1, 1, [0], [0]));
    }

    private static LabelledExamples Four() => new(2, 5, [0, 1, 2, 3, 4, 5, 6, 7], [0, 1, 4, 3]);

    private static string Refusal(int inputSize, int classCount, float[] inputs, int[] labels) =>
        Assert
            .Throws<ArgumentException>(() => new LabelledExamples(inputSize, classCount, [.. inputs], [.. labels]))
            .Message;
}
