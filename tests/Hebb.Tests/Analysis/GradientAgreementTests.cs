using Hebb.Analysis;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;

namespace Hebb.Tests.Analysis;

public sealed class GradientAgreementTests
{
    private static readonly NetworkTopology Topology = NetworkTopology.Layered(
        [2, 2],
        Activation.Linear,
        Activation.Linear
    );

    [Fact]
    public void Of_a_gradient_with_itself_it_is_perfect() =>
        Assert.Equal(new GradientAgreement(0, 1, 0, 1) { NormRatio = 1 }, Of([3, 0, 0, 4, 0, 0], [3, 0, 0, 4, 0, 0]));

    [Fact]
    public void Length_counts_as_an_error_and_turns_nothing()
    {
        GradientAgreement half = Of([1.5, 0, 0, 2, 0, 0], [3, 0, 0, 4, 0, 0]);

        Assert.Equal(0.5, half.RelativeError, 1e-15);
        Assert.Equal(0.5, half.NormRatio, 1e-15);
        Assert.Equal(1, half.Cosine, 1e-15);
        Assert.Equal(0, half.Degrees, 1e-12);
        Assert.Equal(1, half.SignAgreement);
    }

    [Fact]
    public void Opposite_and_right_angles_are_told()
    {
        Assert.Equal(180, Of([-3, 0, 0, -4, 0, 0], [3, 0, 0, 4, 0, 0]).Degrees, 1e-12);
        Assert.Equal(-1, Of([-3, 0, 0, -4, 0, 0], [3, 0, 0, 4, 0, 0]).Cosine, 1e-15);
        Assert.Equal(90, Of([4, 0, 0, -3, 0, 0], [3, 0, 0, 4, 0, 0]).Degrees, 1e-12);
        Assert.Equal(1.41421356, Of([4, 0, 0, -3, 0, 0], [3, 0, 0, 4, 0, 0]).RelativeError, 1e-8);
    }

    [Fact]
    public void Small_angles_keep_their_digits() =>
        Assert.Equal(double.RadiansToDegrees(1e-9), Of([1, 1e-9, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0]).Degrees, 1e-20);

    [Fact]
    public void Signs_of_what_is_negligible_in_both_do_not_count()
    {
        Assert.Equal(0.5, Of([1, -1, 0, 1e-9, 0, 0], [1, 1, 0, -1e-9, 0, 0]).SignAgreement);
        Assert.Equal(2.0 / 3, Of([1, 1, 0.1, 0, 0, 0], [1, 1, 0, 0, 0, 0]).SignAgreement, 1e-15);
    }

    [Fact]
    public void What_is_no_number_makes_no_numbers()
    {
        GradientAgreement broken = Of([double.NaN, 1, 0, 0, 0, 0], [1, 1, 0, 0, 0, 0]);

        Assert.True(double.IsNaN(broken.RelativeError));
        Assert.True(double.IsNaN(broken.Cosine));
        Assert.Equal(0.5, broken.SignAgreement);
        Assert.True(double.IsNaN(Of([0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]).SignAgreement));
    }

    [Fact]
    public void Gradients_of_other_networks_are_refused()
    {
        NetworkTopology other = NetworkTopology.Layered([2, 2], Activation.Linear, Activation.Linear);

        Assert.Throws<ArgumentException>(() =>
            GradientAgreement.Of(new NetworkParameters<double>(Topology), new NetworkParameters<double>(other))
        );
    }

    private static GradientAgreement Of(double[] estimate, double[] exact) =>
        GradientAgreement.Of(Parameters(estimate), Parameters(exact));

    private static NetworkParameters<double> Parameters(double[] numbers)
    {
        var parameters = new NetworkParameters<double>(Topology);
        numbers.AsSpan(0, 2).CopyTo(parameters.EditWeights(0)[0]);
        numbers.AsSpan(2, 2).CopyTo(parameters.EditWeights(0)[1]);
        numbers.AsSpan(4, 2).CopyTo(parameters.EditBiases(1));
        return parameters;
    }
}
