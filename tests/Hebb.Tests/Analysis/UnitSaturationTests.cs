using Hebb.Analysis;
using Hebb.Networks;
using Hebb.Networks.Activations;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Tests.Analysis;

public sealed class UnitSaturationTests
{
    [Fact]
    public void A_unit_is_saturated_by_slope_where_its_drive_is_large()
    {
        // tanh' is 0.1 at a drive of 1.818: of drives of 1, 1.8, 1.9 and -3 two are beyond.
        Assert.Equal(0.5, BySlope(Activation.Tanh, [1, 1.8, 1.9, -3]));
        Assert.Equal(0.75, BySlope(Activation.Tanh, [1, 1.8, 1.9, -3], bound: 0.12));
        Assert.Equal(0.5, BySlope(Activation.HardSigmoid, [0.5, 0.99, 1.01, -0.1]));
        Assert.Equal(0, BySlope(Activation.Linear, [100, -100, 1, 2]));
    }

    [Fact]
    public void A_unit_is_saturated_at_the_border_where_its_activity_is_near_an_end()
    {
        Assert.Equal(0.5, AtBorder(Activation.Tanh, [0.9, -0.94, 0.951, -0.96]));
        Assert.Equal(0.25, AtBorder(Activation.Tanh, [0.9, -0.94, 0.951, -0.98], margin: 0.02));
        Assert.Equal(0.5, AtBorder(Activation.HardSigmoid, [0, 1, 0.5, 0.9]));
        Assert.Equal(0.25, AtBorder(Activation.RectifiedLinear, [0, 1, 7, 0.1]));
        Assert.Equal(0, AtBorder(Activation.Linear, [0, 1e9, -1e9, 0.1]));
    }

    [Fact]
    public void Both_agree_on_tanh_as_their_bounds_say()
    {
        var network = EnergyNetwork.Create<double>(
            NetworkTopology.Layered([2, 50, 1], Activation.Tanh, Activation.Linear),
            seed: 4
        );
        var state = new NetworkState<double>(network.Topology, 2);
        state.Clamp(network, new ReadOnlyMatrixSpan<double>([3, -5, 0.5, 4], 2));
        new FixedPoint(2000, 1e-13).Settle(network, state);
        var bySlope = UnitSaturation.BySlope(network, state);
        Assert.InRange(bySlope, 0.1, 0.9);
        Assert.Equal(bySlope, UnitSaturation.AtBorder(state), 0.02);
    }

    [Fact]
    public void Without_hidden_units_there_is_none()
    {
        var topology = NetworkTopology.Layered([2, 1], Activation.Tanh, Activation.Tanh);
        var network = new EnergyNetwork<double>(topology);
        var state = new NetworkState<double>(topology);
        Assert.True(double.IsNaN(UnitSaturation.AtBorder(state)));
        Assert.True(double.IsNaN(UnitSaturation.BySlope(network, state)));
    }

    private static double BySlope(Activation activation, double[] drives, double bound = UnitSaturation.SlopeBound)
    {
        var network = new EnergyNetwork<double>(NetworkTopology.Layered([4, 4, 1], activation, Activation.Linear));
        for (var unit = 0; unit < 4; unit++)
        {
            network.Parameters.EditWeights(0)[unit][unit] = 1;
        }

        var state = new NetworkState<double>(network.Topology);
        state.Clamp(network, new ReadOnlyMatrixSpan<double>(drives, 4));
        return UnitSaturation.BySlope(network, state, bound);
    }

    private static double AtBorder(Activation activation, double[] units, double margin = UnitSaturation.Margin)
    {
        var state = new NetworkState<double>(NetworkTopology.Layered([4, 4, 1], activation, Activation.Linear));
        units.CopyTo(state.Units(1)[0]);
        return UnitSaturation.AtBorder(state, margin);
    }
}
