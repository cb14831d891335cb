using Hebb.Catalogues;
using Hebb.Networks.Topology;
using Hebb.Relaxation;
using Hebb.Relaxation.Acceleration;
using Hebb.Relaxation.Sweeps;
using Hebb.Settings;

namespace Hebb.Tests.Catalogues;

public sealed class RelaxationCatalogueTests
{
    [Fact]
    public void Every_relaxation_is_made_of_its_settings()
    {
        Assert.Equal(new FixedPoint(30, 1e-4, SweepOrder.Forward), Made(new FixedPointSettings()));
        Assert.Equal(new GradientFlow(0.25, 30, 1e-4), Made(new GradientFlowSettings { Step = 0.25 }));
        Assert.Equal(new Momentum(30, 0.7, 1e-4, SweepOrder.Forward), Made(new MomentumSettings { Momentum = 0.7 }));
        Assert.Equal(new Anderson(30, 4, 1e-4, SweepOrder.Forward), Made(new AndersonSettings { Window = 4 }));
        Assert.Equal(4, CatalogueSet.Standard.Relaxations.Count);
    }

    [Fact]
    public void Every_name_makes_a_relaxation_with_its_usual_settings()
    {
        foreach (var name in CatalogueSet.Standard.Relaxations.Names)
        {
            Assert.NotNull(CatalogueSet.Standard.Relaxations.Find(name).Create(50));
            Assert.NotEmpty(CatalogueSet.Standard.Relaxations.Find(name).Description);
        }
    }

    [Fact]
    public void Unknown_names_and_bad_options_are_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => CatalogueSet.Standard.Relaxations.Find("newton"));
        Assert.Contains(
            "relaxation 'newton': no such relaxation; known are fixed-point, gradient-flow, momentum, anderson",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new AndersonSettings { Window = 1 }.Create(30));
        Assert.StartsWith(
            "Window: 1; a whole number from 2 to 10 is needed",
            Assert.Throws<ArgumentException>(() => SettingRules.Require(new AndersonSettings { Window = 1 })).Message,
            StringComparison.Ordinal
        );
    }

    private static IRelaxation Made(RelaxationSettings settings) =>
        (settings with { Tolerance = 1e-4 }).Create(30, SweepOrder.Forward);
}
