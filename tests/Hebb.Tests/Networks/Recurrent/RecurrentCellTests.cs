using System.Numerics;
using System.Numerics.Tensors;
using Hebb.Networks.Recurrent;
using Hebb.Numerics;

namespace Hebb.Tests.Networks.Recurrent;

/// <summary>In float64, against central differences.</summary>
public sealed class RecurrentCellTests
{
    private const double Step = 1e-5;

    public static TheoryData<string> Cells => ["plain", "leaky", "gru", "lstm"];

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_way_back_gives_the_slopes_that_differences_give(string cell)
    {
        foreach ((var hidden, var sequences) in new[] { (1, 1), (5, 3), (9, 5) })
        {
            var window = new RecurrentWindow<double>(Cell<double>(cell, 4, hidden, sequences), 7, sequences, seed: 3);
            window.Play(window.Parameters, 0, 7);
            Assert.Equal(
                0,
                Distance(window.Gradient(0), Differences(window, parameters => window.Play(parameters, 0, 7), 0)),
                1e-7
            );
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_state_that_a_window_begins_with_counts_as_a_constant(string cell)
    {
        var window = new RecurrentWindow<double>(Cell<double>(cell, 3, 6, 2), 8, 2, seed: 5, begins: false);
        window.Play(window.Parameters, 0, 4);
        double[] carried = window.Tape.State.Span.ToArray();
        window.Play(window.Parameters, 4, 8, carried);
        var gradient = window.Gradient(4);

        var truncated = Differences(window, parameters => window.Play(parameters, 4, 8, carried), 4);
        Assert.Equal(0, Distance(gradient, truncated), 1e-7);
        var whole = Differences(
            window,
            parameters =>
            {
                window.Play(parameters, 0, 4);
                window.Play(parameters, 4, 8, window.Tape.State.Span.ToArray());
            },
            4
        );
        Assert.True(Distance(gradient, whole) > 1e-3);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_sequence_that_begins_anew_knows_nothing_of_what_was_before(string cell)
    {
        var window = new RecurrentWindow<double>(Cell<double>(cell, 3, 6, 2), 8, 2, seed: 6, begins: false);
        window.Play(window.Parameters, 0, 4);
        window.Tape.Begin(0);
        Assert.Equal(new double[6], window.Tape.State[0][..6].ToArray());
        Assert.NotEqual(new double[6], window.Tape.State[1][..6].ToArray());
    }

    // Both number types go through kernels of their own; 8 sequences are whole tiles, and 3 are none.
    [Theory]
    [InlineData("plain", 8, 32)]
    [InlineData("leaky", 3, 20)]
    [InlineData("gru", 8, 32)]
    [InlineData("gru", 3, 20)]
    [InlineData("lstm", 8, 32)]
    [InlineData("lstm", 3, 20)]
    public void Single_precision_gives_the_same_but_for_rounding(string cell, int sequences, int hidden)
    {
        double[] expected = Gradient<double>();
        double[] found = Gradient<float>();
        Assert.InRange(Distance(found, expected), 1e-9, 1e-5);

        double[] Gradient<T>()
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var window = new RecurrentWindow<T>(Cell<T>(cell, 5, hidden, sequences), 10, sequences, seed: 4);
            window.Play(window.Parameters, 0, 10);
            T[] gradient = window.Gradient(0);
            return [.. window.Numbers.Select(index => double.CreateTruncating(gradient[index]))];
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Nothing_is_allocated_by_a_window(string cell)
    {
        RecurrentCell<float> made = Cell<float>(cell, 4, 16, 8);
        var tape = new RecurrentTape<float>(made, 5, 8);
        var parameters = new float[made.Layout.Length];
        made.Initialize(parameters, new Pcg64(1));
        var gradient = new float[parameters.Length];
        var slopes = new AlignedMatrix<float>(40, 16);
        Play();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Play();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Play()
        {
            tape.Restart();
            for (var step = 0; step < 5; step++)
            {
                tape.Begin(step);
                tape.Forward(parameters);
            }

            tape.Backward(parameters, slopes.All, gradient);
        }
    }

    [Fact]
    public void Weights_between_hidden_units_start_orthogonal()
    {
        var cell = new GatedRecurrentUnit<double>(2, 12, 1);
        var parameters = new double[cell.Layout.Length];
        cell.Initialize(parameters, new Pcg64(9));
        MatrixSpan<double> weights = cell.Layout.Edit(parameters, 1);
        for (var gate = 0; gate < 3; gate++)
        {
            for (var one = 0; one < 12; one++)
            {
                for (var other = 0; other < 12; other++)
                {
                    var dot = TensorPrimitives.Dot<double>(
                        weights[one].Slice(12 * gate, 12),
                        weights[other].Slice(12 * gate, 12)
                    );
                    Assert.Equal(one == other ? 1 : 0, dot, 1e-12);
                }
            }
        }
    }

    internal static RecurrentCell<T> Cell<T>(string name, int inputs, int hidden, int sequences)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        name switch
        {
            "plain" => new LeakyCell<T>(inputs, hidden, sequences),
            "leaky" => new LeakyCell<T>(inputs, hidden, sequences, timeConstant: 2.5),
            "gru" => new GatedRecurrentUnit<T>(inputs, hidden, sequences),
            _ => new LongShortTermMemory<T>(inputs, hidden, sequences),
        };

    private static double Distance(double[] found, double[] expected) =>
        TensorPrimitives.Distance<double>(found, expected) / TensorPrimitives.Norm<double>(expected);

    private static double[] Differences(RecurrentWindow<double> window, Action<double[]> play, int from)
    {
        var parameters = window.Parameters.ToArray();
        var slopes = new double[parameters.Length];
        foreach (var index in window.Numbers)
        {
            parameters[index] = window.Parameters[index] + Step;
            play(parameters);
            var above = window.Loss(from);
            parameters[index] = window.Parameters[index] - Step;
            play(parameters);
            slopes[index] = (above - window.Loss(from)) / (2 * Step);
            parameters[index] = window.Parameters[index];
        }

        return slopes;
    }
}
