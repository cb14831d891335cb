using Hebb.Memory;
using Hebb.Numerics;

namespace Hebb.Tests.Memory;

/// <summary>The derivatives of gated units are exact, though nothing is carried back through time.</summary>
public sealed class GatedUnitsTests
{
    private const int Units = 4;
    private const int Inputs = 3;
    private const int Steps = 20;

    [Fact]
    public void Derivatives_are_those_of_differences()
    {
        (double[] weights, double[][] inputs) = Drawn();
        var derivatives = Run(weights, inputs).Derivatives.ToArray();
        const double Step = 1e-5;
        for (var index = 0; index < weights.Length; index++)
        {
            double[] more = [.. weights];
            double[] less = [.. weights];
            more[index] += Step;
            less[index] -= Step;
            double[] high = Run(more, inputs).Content.ToArray();
            double[] low = Run(less, inputs).Content.ToArray();
            for (var unit = 0; unit < Units; unit++)
            {
                var slope = (high[unit] - low[unit]) / (2 * Step);

                // No unit depends on the weights of another.
                Assert.Equal(unit == index % Units ? derivatives[index] : 0, slope, 1e-9);
            }
        }
    }

    [Fact]
    public void They_are_those_of_backprop_through_time()
    {
        (double[] weights, double[][] inputs) = Drawn();
        double[] exact = ThroughTime(weights, inputs);
        var derivatives = Run(weights, inputs).Derivatives.ToArray();
        for (var index = 0; index < weights.Length; index++)
        {
            Assert.Equal(exact[index], derivatives[index], 1e-10);
        }
    }

    [Fact]
    public void Without_derivatives_the_content_is_the_same()
    {
        (double[] weights, double[][] inputs) = Drawn();
        var units = new GatedUnits<double>(Units, Inputs, weights);
        units.Begin();
        foreach (double[] input in inputs)
        {
            units.Write(input, derives: false);
        }

        Assert.Equal(Run(weights, inputs).Content.ToArray(), units.Content.ToArray());
        Assert.All(units.Derivatives.ToArray(), derivative => Assert.Equal(0, derivative));
    }

    private static (double[] Weights, double[][] Inputs) Drawn()
    {
        var random = new Pcg64(11);
        double[] weights =
        [
            .. Enumerable.Range(0, GatedUnits<double>.CountOf(Units, Inputs)).Select(_ => random.NextGaussian()),
        ];
        double[][] inputs =
        [
            .. Enumerable
                .Range(0, Steps)
                .Select(_ => Enumerable.Range(0, Inputs).Select(_ => random.NextGaussian()).ToArray()),
        ];
        return (weights, inputs);
    }

    private static GatedUnits<double> Run(double[] weights, double[][] inputs)
    {
        var units = new GatedUnits<double>(Units, Inputs, weights);
        units.Begin();
        foreach (double[] input in inputs)
        {
            units.Write(input, derives: true);
        }

        return units;
    }

    // Written out for the sum of all units, from the last step to the first.
    private static double[] ThroughTime(double[] weights, double[][] inputs)
    {
        var half = weights.Length / 2;
        var contents = new double[Steps + 1][];
        var keeps = new double[Steps][];
        var news = new double[Steps][];
        contents[0] = new double[Units];
        for (var step = 0; step < Steps; step++)
        {
            keeps[step] = [.. Drive(0, inputs[step]).Select(drive => 1 / (1 + Math.Exp(-drive)))];
            news[step] = [.. Drive(half, inputs[step]).Select(Math.Tanh)];
            contents[step + 1] =
            [
                .. Enumerable
                    .Range(0, Units)
                    .Select(unit =>
                        (keeps[step][unit] * contents[step][unit]) + ((1 - keeps[step][unit]) * news[step][unit])
                    ),
            ];
        }

        var gradient = new double[weights.Length];
        double[] slopes = [.. Enumerable.Repeat(1.0, Units)];
        for (var step = Steps - 1; step >= 0; step--)
        {
            double[] extended = [.. inputs[step], 1];
            for (var unit = 0; unit < Units; unit++)
            {
                (double keep, double taken) = (keeps[step][unit], news[step][unit]);
                var ofKeep = slopes[unit] * (contents[step][unit] - taken) * keep * (1 - keep);
                var ofNew = slopes[unit] * (1 - keep) * (1 - (taken * taken));
                for (var input = 0; input <= Inputs; input++)
                {
                    gradient[(input * Units) + unit] += ofKeep * extended[input];
                    gradient[half + (input * Units) + unit] += ofNew * extended[input];
                }

                slopes[unit] *= keep;
            }
        }

        return gradient;

        double[] Drive(int from, double[] input) =>
            [
                .. Enumerable
                    .Range(0, Units)
                    .Select(unit =>
                        weights[from + (Inputs * Units) + unit]
                        + Enumerable
                            .Range(0, Inputs)
                            .Sum(number => weights[from + (number * Units) + unit] * input[number])
                    ),
            ];
    }
}
