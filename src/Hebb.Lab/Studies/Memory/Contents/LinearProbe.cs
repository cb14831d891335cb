using Hebb.Numerics;

namespace Hebb.Lab.Studies.Memory.Contents;

/// <summary>
/// How well a linear map reads a class off some numbers: ridge regression onto the classes on one half of the examples, its accuracy on the
/// other.
/// </summary>
internal static class LinearProbe
{
    private const double Ridge = 1e-2;

    /// <summary>The accuracy on examples that it was not fitted to.</summary>
    /// <param name="examples">The numbers of each example, all as many; even ones are fitted, odd ones asked.</param>
    /// <param name="labels">The class of each, from 0 to <paramref name="classes"/> - 1.</param>
    public static double Accuracy(IReadOnlyList<float[]> examples, IReadOnlyList<int> labels, int classes)
    {
        var size = examples[0].Length + 1;
        var products = new double[size * size];
        var sums = new double[classes][];
        for (var one = 0; one < classes; one++)
        {
            sums[one] = new double[size];
        }

        var row = new double[size];
        for (var example = 0; example < examples.Count; example += 2)
        {
            Fill(row, examples[example]);
            for (var first = 0; first < size; first++)
            {
                for (var second = 0; second <= first; second++)
                {
                    products[(first * size) + second] += row[first] * row[second];
                }

                sums[labels[example]][first] += row[first];
            }
        }

        for (var place = 0; place < size; place++)
        {
            products[(place * size) + place] += Ridge;
        }

        foreach (var sum in sums)
        {
            _ = Cholesky.Solve([.. products], sum);
        }

        return Accuracy(examples, labels, sums, row);
    }

    private static double Accuracy(
        IReadOnlyList<float[]> examples,
        IReadOnlyList<int> labels,
        double[][] weights,
        double[] row
    )
    {
        (var right, var asked) = (0, 0);
        for (var example = 1; example < examples.Count; example += 2)
        {
            Fill(row, examples[example]);
            double[] answers = [.. weights.Select(own => own.Zip(row, (weight, number) => weight * number).Sum())];
            right += Array.IndexOf(answers, answers.Max()) == labels[example] ? 1 : 0;
            asked++;
        }

        return (double)right / asked;
    }

    private static void Fill(double[] row, float[] numbers)
    {
        for (var place = 0; place < numbers.Length; place++)
        {
            row[place] = numbers[place];
        }

        row[^1] = 1;
    }
}
