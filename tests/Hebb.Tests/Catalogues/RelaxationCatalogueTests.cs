using Hebb.Catalogues;
using Hebb.Networks.Topology;
using Hebb.Relaxation;
using Hebb.Relaxation.Acceleration;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Catalogues;

public sealed class RelaxationCatalogueTests
{
    private static readonly RelaxationOptions Options = new(30, 1e-4, SweepOrder.Forward, 0.25, 0.7, 4);

    [Fact]
    public void Every_relaxation_takes_the_options_that_it_knows()
    {
        Assert.Equal(new FixedPoint(30, 1e-4, SweepOrder.Forward), RelaxationCatalogue.Create("fixed-point", Options));
        Assert.Equal(new GradientFlow(0.25, 30, 1e-4), RelaxationCatalogue.Create("gradient-flow", Options));
        Assert.Equal(new Momentum(30, 0.7, 1e-4, SweepOrder.Forward), RelaxationCatalogue.Create("momentum", Options));
        Assert.Equal(new Anderson(30, 4, 1e-4, SweepOrder.Forward), RelaxationCatalogue.Create("anderson", Options));
        Assert.Equal(4, CatalogueSet.Standard.Relaxations.Count);
    }

    [Fact]
    public void Every_name_makes_a_relaxation_without_options()
    {
        foreach (var name in CatalogueSet.Standard.Relaxations.Names)
        {
            Assert.NotNull(RelaxationCatalogue.Create(name));
            Assert.NotEmpty(CatalogueSet.Standard.Relaxations.Find(name).Description);
        }
    }

    [Fact]
    public void Unknown_names_and_bad_options_are_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => RelaxationCatalogue.Create("newton"));
        Assert.Contains(
            "relaxation 'newton': no such relaxation; known are fixed-point, gradient-flow, momentum, anderson",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            RelaxationCatalogue.Create("anderson", Options with { Window = 1 })
        );
    }
}
