using CsCheck;
using Hebb.Agents.Approximators;
using Hebb.Analysis;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Optimizers;

namespace Hebb.Tests.Learning;

public sealed class FeedbackLimitTests
{
    private static readonly ICost Cost = SquaredError.Half;

    [Fact]
    public void Only_the_excess_is_taken_off()
    {
        var parameters = New([1, 2, 2], feedback: 1);
        Fill(parameters, [3, 0], [0, 1]);
        new FeedbackLimit(parameters.Topology, 4).Begin(parameters);
        Assert.Equal(2, parameters.Weights(1)[0][0], 1e-5f);
        Assert.Equal(0, parameters.Weights(1)[0][1], 1e-5f);
        Assert.Equal(1, parameters.Weights(1)[1][1], 1e-5f);
    }

    [Fact]
    public void Every_singular_value_is_brought_below() =>
        Gen.Select(Gen.ULong, Gen.Double[0.1, 1], Gen.Double[0.2, 1])
            .Sample(
                (seed, gamma, limit) =>
                {
                    var parameters = New([3, 8, 6, 2], gamma, seed, gain: 3);
                    var inputs = parameters.Weights(0).Span.ToArray();
                    new FeedbackLimit(parameters.Topology, limit).Begin(parameters);
                    Assert.InRange(ConnectionFeedback.Largest(parameters), 0, limit * 1.02);
                    Assert.Equal(inputs, parameters.Weights(0).Span);
                },
                iter: 30
            );

    [Fact]
    public void What_is_below_stays_as_it_is()
    {
        var parameters = New([3, 8, 6, 2], feedback: 0.1, gain: 1);
        var before = parameters.All.ToArray();
        var limit = new FeedbackLimit(parameters.Topology, 2 * ConnectionFeedback.Largest(parameters));
        limit.Begin(parameters);
        limit.Apply(parameters);
        Assert.Equal(before, parameters.All);
    }

    [Fact]
    public void Steps_do_not_lead_beyond()
    {
        var parameters = New([3, 12, 12, 2], feedback: 0.5, gain: 2);
        var limit = new FeedbackLimit(parameters.Topology, 0.45);
        limit.Begin(parameters);
        var random = new Pcg64(5);
        for (var step = 0; step < 300; step++)
        {
            foreach (ref var number in parameters.EditWeights(1).Span)
            {
                number += 0.003f * (float)random.NextGaussian();
            }

            // A pull that grows one direction, as learning does.
            parameters.EditWeights(1)[step % 3][4] += 0.01f;
            limit.Apply(parameters);
            Assert.InRange(ConnectionFeedback.Largest(parameters), 0, 0.45 * 1.25);
        }
    }

    [Fact]
    public void Two_links_below_a_half_leave_one_equilibrium()
    {
        var parameters = New([3, 8, 6, 2], feedback: 1, gain: 5);
        Assert.True(CouplingNorm.Of(parameters) > 2);
        new FeedbackLimit(parameters.Topology, 0.45).Begin(parameters);
        Assert.InRange(CouplingNorm.Of(parameters), 0.6, 0.96);
    }

    [Fact]
    public void Readouts_and_weights_within_a_layer_have_no_limit()
    {
        var topology = NetworkTopology.Layered([2, 3, 2], Activation.Tanh, Activation.Linear, readout: true).With(1, 1);
        var parameters = new NetworkParameters<float>(topology);
        Initialization.FanIn(parameters, new Pcg64(2), gain: 10);
        var before = parameters.All.ToArray();
        new FeedbackLimit(topology, 0.1).Begin(parameters);
        Assert.Equal(before, parameters.All);
    }

    [Fact]
    public void Weights_that_are_zero_or_no_numbers_are_left_alone()
    {
        var zero = New([1, 2, 2], feedback: 1, gain: null);
        var limit = new FeedbackLimit(zero.Topology, 1);
        limit.Begin(zero);
        Assert.Equal(0, zero.All.ToArray().Max());
        Fill(zero, [float.NaN, 0], [0, 1]);
        limit.Apply(zero);

        // It has forgotten what was no number.
        Fill(zero, [3, 0], [0, 1]);
        for (var step = 0; step < 100; step++)
        {
            limit.Apply(zero);
        }

        Assert.Equal(1, ConnectionFeedback.Largest(zero), 1e-3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Impossible_limits_are_refused(double limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeedbackLimit(New([1, 2, 2], 1).Topology, limit));

    [Fact]
    public void An_approximator_learns_below_its_limit_and_allocates_nothing()
    {
        var options = new ApproximatorOptions
        {
            Network = new NetworkSettings
            {
                Hidden = [8, 8],
                FeedbackLimit = 0.3,
                OutputGain = 1,
            },
            Optimizer = new AdamSettings { LearningRate = 0.002 },
        };
        var limited = new NetworkApproximator(2, 2, 4, options, new Pcg64(1));
        Assert.InRange(ConnectionFeedback.Largest(limited.Parameters), 0, 0.3 * 1.01);
        Update(limited);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var update = 0; update < 500; update++)
        {
            Update(limited);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.InRange(ConnectionFeedback.Largest(limited.Parameters), 0.2, 0.3 * 1.5);

        var free = new NetworkApproximator(
            2,
            2,
            4,
            options.Shaped(shape => shape with { FeedbackLimit = double.PositiveInfinity }),
            new Pcg64(1)
        );
        Assert.True(ConnectionFeedback.Largest(free.Parameters) > 1);
        var twin = new NetworkApproximator(2, 2, 4, options.Estimated(new BackpropagationSettings()), new Pcg64(1));
        Assert.Equal(free.Parameters.All, twin.Parameters.All);
    }

    private static void Update(NetworkApproximator approximator) =>
        approximator.Update(
            new ReadOnlyMatrixSpan<float>([1, 0, 0, 1, -1, 0.5f, 2, -1], 2),
            new ReadOnlyMatrixSpan<float>([3, -3, -3, 3, 5, 5, -4, 2], 2),
            Cost
        );

    private static NetworkParameters<float> New(int[] sizes, double feedback, ulong seed = 1, double? gain = 1)
    {
        var topology = NetworkTopology.Layered(sizes, Activation.Tanh, Activation.Linear, feedback: feedback);
        var parameters = new NetworkParameters<float>(topology);
        if (gain is { } factor)
        {
            Initialization.FanIn(parameters, new Pcg64(seed), factor);
        }

        return parameters;
    }

    private static void Fill(NetworkParameters<float> parameters, params float[][] rows)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row].CopyTo(parameters.EditWeights(1)[row]);
        }
    }
}
