using Hebb.Memory;
using Hebb.Numerics;
using Hebb.Optimizers;

namespace Hebb.Tests.Memory;

/// <summary>What gates learn from: sums of errors times traces, against the same sums of central differences.</summary>
public sealed class GatedMemoryTests
{
    private const int Units = 3;
    private const int Inputs = 2;
    private const int Episodes = 2;
    private const int Steps = 5;
    private const float Decay = 0.6f;
    private const double Rate = 0.05;
    private const double Part = 0.5;

    private static readonly GateSettings Settings = new()
    {
        Units = Units,
        Episodes = Episodes,
        Optimizer = new StochasticGradientDescentSettings { LearningRate = Rate },
    };

    [Fact]
    public void A_step_along_the_gradient_is_errors_times_traces_and_what_was_followed_at_once()
    {
        GatedMemory memory = Settings.Create(Inputs, new Pcg64(2));
        double[] start = [.. memory.Parameters.ToArray().Select(weight => (double)weight)];
        var expected = new double[start.Length];
        var source = new Pcg64(3);
        for (var episode = 0; episode < Episodes; episode++)
        {
            memory.Begin();
            var inputs = new List<double[]>();
            var trace = new double[start.Length];
            for (var step = 0; step < Steps; step++)
            {
                (float[] input, float[] field, float[] direct) = (Drawn(Inputs), Drawn(Units), Drawn(Units));
                var error = (float)source.NextGaussian();
                memory.Write(new MemoryInput { Observation = input, LastState = [] });
                memory.Trace(field, direct, step == 0 ? 0 : Decay);
                memory.Reinforce(error);
                inputs.Add([.. input.Select(number => (double)number)]);
                for (var weight = 0; weight < start.Length; weight++)
                {
                    double[] slopes = Slopes(start, weight, inputs);
                    trace[weight] *= Decay;
                    for (var unit = 0; unit < Units; unit++)
                    {
                        trace[weight] += field[unit] * slopes[unit];
                        expected[weight] += direct[unit] * slopes[unit];
                    }

                    expected[weight] += error * trace[weight];
                }
            }

            // Nothing moves within an episode, nor before as many have ended as a gradient gathers over.
            Assert.Equal(start, memory.Parameters.ToArray().Select(weight => (double)weight));
            memory.EndEpisode(Part);
        }

        float[] learned = memory.Parameters.ToArray();
        for (var weight = 0; weight < start.Length; weight++)
        {
            Assert.Equal(Rate * Part * expected[weight], learned[weight] - start[weight], 1e-5);
        }

        Assert.Contains(expected, slope => Math.Abs(slope) > 0.1);

        float[] Drawn(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)source.NextGaussian())];
    }

    [Fact]
    public void Those_that_do_not_learn_and_those_that_share_stay_as_they_are()
    {
        GatedMemory memory = (Settings with { Learns = false, Episodes = 1 }).Create(Inputs, new Pcg64(2));
        float[] start = memory.Parameters.ToArray();
        Learn(memory);
        Assert.Equal(start, memory.Parameters.ToArray());

        GatedMemory learns = (Settings with { Episodes = 1 }).Create(Inputs, new Pcg64(2));
        var shared = (GatedMemory)learns.Share();
        Learn(shared);
        Assert.Equal(start, learns.Parameters.ToArray());

        // What one learns the other reads.
        Learn(learns);
        Assert.NotEqual(start, learns.Parameters.ToArray());
        Assert.Equal(learns.Parameters.ToArray(), shared.Parameters.ToArray());

        static void Learn(GatedMemory one)
        {
            one.Begin();
            one.Write(new MemoryInput { Observation = [1, -1], LastState = [] });
            one.Trace([1, 1, 1], [0, 0, 0], 0);
            one.Reinforce(1);
            one.EndEpisode(1);
        }
    }

    // How each unit depends on a weight, after some inputs.
    private static double[] Slopes(double[] weights, int weight, List<double[]> inputs)
    {
        const double Step = 1e-5;
        double[] high = Content(Step);
        double[] low = Content(-Step);
        return [.. high.Zip(low, (more, less) => (more - less) / (2 * Step))];

        double[] Content(double change)
        {
            double[] changed = [.. weights];
            changed[weight] += change;
            var units = new GatedUnits<double>(Units, Inputs, changed);
            units.Begin();
            foreach (double[] input in inputs)
            {
                units.Write(input, derives: false);
            }

            return units.Content.ToArray();
        }
    }
}
