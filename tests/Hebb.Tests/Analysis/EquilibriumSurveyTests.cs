using Hebb.Analysis;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Analysis;

public sealed class EquilibriumSurveyTests
{
    private static readonly EquilibriumOptions Tight = new() { Starts = 24, Relaxation = new FixedPoint(5000, 1e-12) };

    [Fact]
    public void A_latch_has_two_equilibria_as_far_apart_as_its_equation_says()
    {
        // s = tanh(3 t + 0.1), t = tanh(3 s): the ends of its range, and an unstable state between them.
        EquilibriumSurvey survey = EquilibriumSurvey.Of(Pair(weight: 3, bias: 0.1), Inputs(0, 0.05), Tight);
        var (high, low) = (Solve(3, 0.1, 1), Solve(3, 0.1, -1));
        Assert.Equal(2, survey.Inputs[0].Count);
        Assert.Equal(0, survey.Inputs[0].Unsettled);
        Assert.Equal(high - low, survey.Inputs[0].OutputDistance, 1e-9);
        Assert.Equal(2, survey.MeanCount);
        Assert.Equal(1, survey.ShareWithSeveral);
        Assert.InRange(survey.MeanOutputDistance, 1.9, 2);
        Assert.Equal(0, survey.ShareUnsettled);
    }

    [Fact]
    public void An_input_that_is_strong_enough_leaves_a_latch_one_equilibrium()
    {
        EquilibriumSurvey survey = EquilibriumSurvey.Of(Pair(weight: 3, bias: 0.1), Inputs(0, 20), Tight);
        Assert.Equal([2, 1], survey.Inputs.Select(input => input.Count));
        Assert.Equal(1.5, survey.MeanCount);
        Assert.Equal(0.5, survey.ShareWithSeveral);

        // Inputs with one equilibrium say nothing of how far apart several lie.
        Assert.Equal(survey.Inputs[0].OutputDistance, survey.MeanOutputDistance);
    }

    [Fact]
    public void A_contraction_has_one()
    {
        EquilibriumSurvey survey = EquilibriumSurvey.Of(Pair(weight: 0.9, bias: 0.1), Inputs(0, -1, 5), Tight);
        Assert.All(survey.Inputs, input => Assert.Equal(new InputEquilibria(1, 0, 0), input));
        Assert.Equal(0, survey.MeanOutputDistance);
    }

    [Fact]
    public void Weak_feedback_takes_the_second_equilibrium_away()
    {
        Assert.Equal(1, EquilibriumSurvey.Of(Pair(3, 0.1, feedback: 0.1), Inputs(0), Tight).MeanCount);
        Assert.Equal(2, EquilibriumSurvey.Of(Pair(3, 0.1, feedback: 0.9), Inputs(0), Tight).MeanCount);
    }

    [Fact]
    public void Float32_finds_the_same()
    {
        var network = Pair(weight: 3, bias: 0.1).ConvertTo<float>();
        EquilibriumSurvey survey = EquilibriumSurvey.Of(network, new ReadOnlyMatrixSpan<float>([0, 20], 1));
        Assert.Equal([2, 1], survey.Inputs.Select(input => input.Count));
    }

    [Fact]
    public void What_has_not_settled_is_no_equilibrium()
    {
        EquilibriumOptions hasty = Tight with { Relaxation = new FixedPoint(1), Distance = 1e-6 };
        EquilibriumSurvey survey = EquilibriumSurvey.Of(Pair(weight: 3, bias: 0.1), Inputs(0), hasty);
        Assert.InRange(survey.Inputs[0].Unsettled, 12, Tight.Starts);
        Assert.Equal((double)survey.Inputs[0].Unsettled / Tight.Starts, survey.ShareUnsettled);
    }

    [Fact]
    public void Each_seed_has_its_own_starts_and_always_the_same()
    {
        EquilibriumOptions loose = Tight with { Relaxation = new FixedPoint(12), Distance = 1e-4 };
        int Unsettled(ulong seed) =>
            EquilibriumSurvey.Of(Pair(1.5, 0.01), Inputs(0), loose with { Seed = seed }).Inputs[0].Unsettled;

        Assert.Equal(Unsettled(5), Unsettled(5));
        Assert.True(Enumerable.Range(0, 10).Select(seed => Unsettled((ulong)seed)).Distinct().Count() > 1);
    }

    [Fact]
    public void Impossible_options_are_refused_by_name()
    {
        Refused("Starts: 0; at least 1 is needed", () => new EquilibriumOptions { Starts = 0 });
        Refused("Spread: 0; a positive finite", () => new EquilibriumOptions { Spread = 0 });
        Refused("Spread: Infinity; a positive", () => new EquilibriumOptions { Spread = double.PositiveInfinity });
        Refused("Distance: NaN; a positive", () => new EquilibriumOptions { Distance = double.NaN });
    }

    private static void Refused(string expected, Func<object> make) =>
        Assert.StartsWith(expected, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);

    private static ReadOnlyMatrixSpan<double> Inputs(params double[] inputs) => new(inputs, 1);

    private static EnergyNetwork<double> Pair(double weight, double bias, double feedback = 1)
    {
        var topology = NetworkTopology.Layered([1, 1, 1], Activation.Tanh, Activation.Tanh, feedback: feedback);
        var network = new EnergyNetwork<double>(topology);
        network.Parameters.EditWeights(0)[0][0] = 1;
        network.Parameters.EditWeights(1)[0][0] = weight;
        network.Parameters.EditBiases(1)[0] = bias;
        return network;
    }

    private static double Solve(double weight, double bias, double output)
    {
        for (var step = 0; step < 1000; step++)
        {
            output = Math.Tanh(weight * Math.Tanh((weight * output) + bias));
        }

        return output;
    }
}
