using Hebb.Analysis;
using Hebb.Lab.Studies.Gradients;

namespace Hebb.Lab.Tests.Studies.Gradients;

public sealed class OrderFitTests
{
    private const double Rounding = 1e-14;

    private static readonly double[] Betas =
    [
        1,
        0.5,
        0.2,
        0.1,
        0.05,
        0.02,
        0.01,
        0.005,
        0.002,
        0.001,
        0.0005,
        0.0002,
        0.0001,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void The_slope_is_found_between_the_bend_and_the_rounding(int order)
    {
        // Bends at large beta, and errors of either sign from rounding at small ones.
        OrderFit fit = Fit(beta => Math.Pow(beta, order) / (1 + beta) * (1 + (order * beta)) + (0.3 * Rounding / beta));

        Assert.Equal(order, fit.Order, order <= 2 ? 0.1 : 0.3);
        Assert.False(fit.IsExact);
        Assert.InRange(fit.To / fit.From, 3, 11);
    }

    [Fact]
    public void The_smallest_clear_betas_are_taken()
    {
        OrderFit fit = Fit(beta => beta * beta);

        // beta^2 is ten times 1e-14 / beta at 4.6e-5.
        Assert.Equal((0.0001, 0.001, 4), (fit.From, fit.To, fit.Points));
        Assert.Equal(2, fit.Order, 1e-12);
    }

    [Fact]
    public void A_plateau_has_order_0() => Assert.Equal(0, Fit(beta => 1e-3 + (beta * beta)).Order, 0.01);

    [Fact]
    public void What_crossed_a_kink_or_did_not_settle_is_left_out()
    {
        OrderFit fit = OrderFit.Of(
            Betas.Select(beta =>
                One(beta, beta < 0.01 ? beta : 1) with
                {
                    CrossesKink = beta >= 0.05,
                    IsSettled = beta is not (0.01 or 0.02),
                }
            )
        );

        Assert.Equal(1, fit.Order, 1e-12);
    }

    [Fact]
    public void Errors_below_rounding_are_exact_where_that_means_something()
    {
        Assert.True(Fit(beta => Rounding / beta).IsExact);
        Assert.False(OrderFit.Of([One(1e-9, 0), One(1e-10, 0), One(1e-11, 0)]).IsExact);
        Assert.False(OrderFit.Of([]).IsExact);
    }

    [Fact]
    public void Two_clear_betas_make_no_fit()
    {
        OrderFit fit = OrderFit.Of([One(0.1, 0.1), One(0.01, 0.01), One(0.001, 0)]);

        Assert.True(double.IsNaN(fit.Order));
        Assert.False(fit.IsExact);
    }

    [Fact]
    public void Betas_far_apart_are_taken_by_threes()
    {
        OrderFit fit = OrderFit.Of([One(1e-1, 1e-1), One(1e-2, 1e-2), One(1e-4, 1e-4), One(1e-6, 1e-6)]);

        Assert.Equal((1e-6, 1e-2, 3), (fit.From, fit.To, fit.Points));
    }

    [Fact]
    public void Large_betas_alone_make_no_fit() =>
        Assert.True(double.IsNaN(OrderFit.Of([One(1, 0.5), One(0.5, 0.3), One(0.2, 0.15)]).Order));

    private static OrderFit Fit(Func<double, double> error) =>
        OrderFit.Of(Betas.Select(beta => One(beta, error(beta))));

    private static GradientMeasurement One(double beta, double error) =>
        new(
            Network: 0,
            beta,
            new GradientAgreement(error, 1, 0, 1),
            Sweeps: 10,
            IsSettled: true,
            CrossesKink: false,
            Rounding / beta
        );
}
