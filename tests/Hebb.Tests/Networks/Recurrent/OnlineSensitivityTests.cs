using System.Numerics.Tensors;
using Hebb.Networks.Recurrent;
using Hebb.Numerics;

namespace Hebb.Tests.Networks.Recurrent;

/// <summary>In float64, against backpropagation through time.</summary>
public sealed class OnlineSensitivityTests
{
    private const int Steps = 12;

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    public void Real_time_recurrent_learning_is_backpropagation_through_time(double timeConstant)
    {
        (var online, var back) = Gradients(
            timeConstant,
            cell => new RealTimeSensitivity<double>(cell),
            leavesOthers: false
        );
        Assert.InRange(Distance(online, back), 0, 1e-10);
    }

    [Fact]
    public void Local_learning_is_exact_where_units_do_not_reach_one_another()
    {
        (var online, var back) = Gradients(2.5, cell => new LocalSensitivity<double>(cell), leavesOthers: true);
        Assert.InRange(Distance(online, back), 0, 1e-10);
    }

    [Fact]
    public void Local_learning_points_where_backpropagation_does_but_for_the_way_through_other_units()
    {
        (var online, var back) = Gradients(2.5, cell => new LocalSensitivity<double>(cell), leavesOthers: false);
        Assert.InRange(TensorPrimitives.CosineSimilarity<double>(online, back), 0.3, 0.999);
    }

    [Fact]
    public void What_is_cleared_has_no_past()
    {
        var cell = new LeakyCell<double>(3, 5, 1, 2);
        var window = new RecurrentWindow<double>(cell, Steps, 1, seed: 2, begins: false);
        window.Play(window.Parameters, 0, Steps);
        var sensitivity = new RealTimeSensitivity<double>(cell);
        var fresh = new RealTimeSensitivity<double>(cell);
        sensitivity.Follow(window.Parameters, window.Tape.StepAt(3));
        sensitivity.Clear();
        sensitivity.Follow(window.Parameters, window.Tape.StepAt(7));
        fresh.Follow(window.Parameters, window.Tape.StepAt(7));
        Assert.Equal(Slopes(fresh), Slopes(sensitivity));

        double[] Slopes(RealTimeSensitivity<double> one)
        {
            var gradient = new double[cell.Layout.Length];
            one.AddGradient([1, 2, 3, 4, 5], gradient);
            return gradient;
        }
    }

    private static (double[] Online, double[] Back) Gradients(
        double timeConstant,
        Func<LeakyCell<double>, OnlineSensitivity<double>> follow,
        bool leavesOthers
    )
    {
        var cell = new LeakyCell<double>(3, 7, 1, timeConstant);
        var window = new RecurrentWindow<double>(cell, Steps, 1, seed: 8, begins: false);
        if (leavesOthers)
        {
            cell.Layout.Edit(window.Parameters, 1).Span.Clear();
        }

        window.Play(window.Parameters, 0, Steps);
        AlignedMatrix<double> slopes = window.Slopes(0);
        OnlineSensitivity<double> sensitivity = follow(cell);
        var online = new double[cell.Layout.Length];
        for (var step = 0; step < Steps; step++)
        {
            sensitivity.Follow(window.Parameters, window.Tape.StepAt(step));
            sensitivity.AddGradient(slopes[step], online);
        }

        return (online, window.Gradient(0));
    }

    private static double Distance(double[] found, double[] expected) =>
        TensorPrimitives.Distance<double>(found, expected) / TensorPrimitives.Norm<double>(expected);
}
