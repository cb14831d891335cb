using System.Numerics.Tensors;
using Hebb.Memory;
using Hebb.Numerics;

namespace Hebb.Tests.Memory;

/// <summary>What memories with fixed weights keep, and for how long.</summary>
public sealed class FixedMemoryTests
{
    [Theory]
    [InlineData(2, 0, true)]
    [InlineData(2, -0.1, true)]
    [InlineData(4, 0, true)]
    [InlineData(4, -0.1, true)]
    [InlineData(0.5, 0, false)]
    [InlineData(0.5, -0.1, false)]
    public void Latches_keep_the_first_strong_input_where_they_excite_themselves(
        double selfWeight,
        float weak,
        bool keeps
    )
    {
        var settings = new LatchSettings { LeastSelfWeight = selfWeight, GreatestSelfWeight = selfWeight };
        LatchBank latches = settings.Create(1, new Pcg64(2));
        IMemory other = latches.Share();
        float[] first = After(latches, 2, weak, 1000);
        float[] second = After(other, -2, weak, 1000);
        var distance = TensorPrimitives.Distance(first, second);
        if (keeps)
        {
            // Opposite inputs lie in opposite corners.
            Assert.InRange(distance, 2 * Math.Sqrt(32) * 0.9, 2 * Math.Sqrt(32));
        }
        else
        {
            Assert.InRange(distance, 0, 1e-6);
        }
    }

    [Theory]
    [InlineData(1.5, true)]
    [InlineData(0.5, false)]
    public void The_context_holds_an_equilibrium_where_its_units_excite_themselves(double selfWeight, bool keeps)
    {
        EquilibriumContext context = new ContextSettings { SelfWeight = selfWeight }.Create(1, new Pcg64(2));
        context.Write(new MemoryInput { Observation = [], LastState = [3] });
        for (var step = 0; step < 300; step++)
        {
            context.Write(new MemoryInput { Observation = [], LastState = [0] });
        }

        var numbers = new float[context.Size];
        context.Read(numbers);
        Assert.Equal(keeps, TensorPrimitives.Norm<float>(numbers) > 1);
    }

    [Fact]
    public void A_reservoir_turns_its_content_and_keeps_its_length()
    {
        Reservoir reservoir = new ReservoirSettings { Radius = 1, OutputGain = 1 }.Create(2, new Pcg64(2));
        var numbers = new float[reservoir.Size];
        reservoir.Write(new MemoryInput { Observation = [1, -1], LastState = [] });
        reservoir.Read(numbers);
        var length = TensorPrimitives.Norm<float>(numbers);
        for (var step = 0; step < 200; step++)
        {
            float[] before = [.. numbers];
            reservoir.Write(new MemoryInput { Observation = [0, 0], LastState = [] });
            reservoir.Read(numbers);
            Assert.Equal(length, TensorPrimitives.Norm<float>(numbers), 1e-3 * length);
            Assert.True(TensorPrimitives.Distance<float>(before, numbers) > 0.1 * length);
        }
    }

    [Fact]
    public void The_rotation_of_a_reservoir_is_orthogonal()
    {
        const int Size = 64;
        var rotation = new AlignedMatrix<float>(Size, Size);
        RandomWeights.Orthogonal(rotation, 1, new Pcg64(6));
        for (var row = 0; row < Size; row++)
        {
            for (var other = 0; other <= row; other++)
            {
                var product = 0.0;
                for (var column = 0; column < Size; column++)
                {
                    product += (double)rotation[row][column] * rotation[other][column];
                }

                Assert.Equal(row == other ? 1 : 0, product, 1e-6);
            }
        }
    }

    // Where nothing fades, an episode's inputs are all there, each in a direction of its own, as long as there are more units.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void An_input_of_some_steps_ago_is_read_exactly_where_nothing_fades(int back)
    {
        const int Size = 32;
        Reservoir reservoir = new ReservoirSettings
        {
            Units = Size,
            Radius = 1,
            OutputGain = 1,
        }.Create(1, new Pcg64(2));
        var source = new Pcg64(7);
        var numbers = new float[Size];
        var products = new double[Size * Size];
        var sums = new double[Size];
        for (var episode = 0; episode < 100; episode++)
        {
            var past = Played();
            for (var row = 0; row < Size; row++)
            {
                sums[row] += past * numbers[row];
                for (var column = 0; column < Size; column++)
                {
                    products[(row * Size) + column] += numbers[row] * numbers[column];
                }
            }
        }

        for (var place = 0; place < Size; place++)
        {
            products[(place * Size) + place] += 1e-4;
        }

        Assert.True(Cholesky.Solve(products, sums));
        for (var episode = 0; episode < 10; episode++)
        {
            var past = Played();
            Assert.Equal(past, numbers.Zip(sums, (number, weight) => number * weight).Sum(), 1e-3);
        }

        double Played()
        {
            reservoir.Begin();
            float[] inputs = [.. Enumerable.Range(0, 20).Select(_ => (float)source.NextGaussian())];
            foreach (var input in inputs)
            {
                reservoir.Write(new MemoryInput { Observation = [input], LastState = [] });
            }

            reservoir.Read(numbers);
            return inputs[^(1 + back)];
        }
    }

    [Fact]
    public void Past_observations_are_read_from_a_reservoir_by_a_linear_map()
    {
        const int Back = 6;
        Reservoir reservoir = new ReservoirSettings { Units = 24, OutputGain = 1 }.Create(1, new Pcg64(2));
        var source = new Pcg64(7);
        var products = new double[24 * 24];
        var sums = new double[24];
        var last = new Queue<float>();
        var numbers = new float[24];
        var errors = 0;
        for (var step = 0; step < 2000; step++)
        {
            float sign = source.NextInteger(2) == 0 ? -1 : 1;
            last.Enqueue(sign);
            reservoir.Write(new MemoryInput { Observation = [sign], LastState = [] });
            reservoir.Read(numbers);
            if (last.Count <= Back)
            {
                continue;
            }

            var past = last.Dequeue();
            if (step == 1000)
            {
                for (var place = 0; place < 24; place++)
                {
                    products[(place * 24) + place] += 1e-6;
                }

                Assert.True(Cholesky.Solve(products, sums));
            }
            else if (step > 1000)
            {
                errors += numbers.Zip(sums, (number, weight) => number * weight).Sum() * past > 0 ? 0 : 1;
            }
            else
            {
                for (var row = 0; row < 24; row++)
                {
                    sums[row] += past * numbers[row];
                    for (var column = 0; column < 24; column++)
                    {
                        products[(row * 24) + column] += numbers[row] * numbers[column];
                    }
                }
            }
        }

        Assert.Equal(0, errors);
    }

    [Fact]
    public void Traces_are_sums_that_decay()
    {
        var settings = new ObservationTraceSettings
        {
            Count = 3,
            Shortest = 2,
            Longest = 50,
        };
        ObservationTraces traces = settings.Create(1);
        float[] inputs = [1, 0, -2, 0.5f];
        foreach (var input in inputs)
        {
            traces.Write(new MemoryInput { Observation = [input], LastState = [] });
        }

        var numbers = new float[3];
        traces.Read(numbers);
        double[] constants = [2, 10, 50];
        for (var index = 0; index < 3; index++)
        {
            var decay = 1 - (1 / constants[index]);
            var expected = inputs.Select((input, step) => input * Math.Pow(decay, inputs.Length - 1 - step)).Sum();
            Assert.Equal(expected, numbers[index], 1e-5);
        }
    }

    private static float[] After(IMemory memory, float first, float rest, int steps)
    {
        memory.Write(new MemoryInput { Observation = [first], LastState = [] });
        for (var step = 0; step < steps; step++)
        {
            memory.Write(new MemoryInput { Observation = [rest], LastState = [] });
        }

        var numbers = new float[memory.Size];
        memory.Read(numbers);
        return numbers;
    }
}
