using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;

namespace Hebb.Analysis;

/// <summary>
/// The share of hidden units that hardly answer to their drive: no signal passes back through them, and a network full of them
/// sits in a corner of its range.
/// </summary>
public static class UnitSaturation
{
    /// <summary>Below this slope a unit counts as saturated: for tanh from |s| = 0.95 on, for the sigmoid from s = 0.89.</summary>
    public const double SlopeBound = 0.1;

    /// <summary>
    /// Within this part of the width of its range from an end of it a unit counts as saturated: for tanh from |s| = 0.95 on.
    /// </summary>
    public const double Margin = 0.025;

    /// <summary>The share of hidden units with rho'(drive) below a bound, from 0 to 1, over all examples.</summary>
    /// <typeparam name="T">The number type; real.</typeparam>
    /// <param name="state">A state with its inputs clamped.</param>
    /// <param name="bound">The bound; positive.</param>
    /// <returns>Not a number where there are no hidden units.</returns>
    public static double BySlope<T>(EnergyNetwork<T> network, NetworkState<T> state, double bound = SlopeBound)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var (saturated, all) = (0L, 0L);
        foreach (var layer in network.Topology.Free)
        {
            Layer one = network.Topology.Layers[layer];
            if (one.Role is not LayerRole.Hidden)
            {
                continue;
            }

            var slopes = new T[one.Size];
            for (var row = 0; row < state.Rows; row++)
            {
                ReferenceDrives.Drive<T>(network, state, layer, row, slopes);
                one.Activation.Derivative<T>(slopes, slopes);
                foreach (T slope in slopes)
                {
                    saturated += Transcendental.Magnitude(slope) < bound ? 1 : 0;
                }

                all += slopes.Length;
            }
        }

        return all == 0 ? double.NaN : (double)saturated / all;
    }

    /// <summary>
    /// The share of hidden units near an end of the range of their activation, from 0 to 1, over all examples: of those ends that
    /// are finite and flat beyond, so that a rectified unit at 0 counts, and a linear one never.
    /// </summary>
    /// <remarks>It reads activities alone and allocates nothing: it is what runs record.</remarks>
    /// <typeparam name="T">The number type; real.</typeparam>
    /// <param name="state">A state that has settled.</param>
    /// <param name="margin">How near, as a part of the width of the range, or where that is infinite of 1; at least 0.</param>
    /// <returns>Not a number where there are no hidden units.</returns>
    public static double AtBorder<T>(NetworkState<T> state, double margin = Margin)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentOutOfRangeException.ThrowIfNegative(margin);
        var (saturated, all) = (0L, 0L);
        foreach (var layer in state.Topology.Free)
        {
            Layer one = state.Topology.Layers[layer];
            if (one.Role is not LayerRole.Hidden)
            {
                continue;
            }

            var (least, most) = (one.Activation.Minimum, one.Activation.Maximum);
            var width = double.IsFinite(most - least) ? margin * (most - least) : margin;
            for (var row = 0; row < state.Rows; row++)
            {
                saturated += Outside<T>(state.Units(layer)[row], least + width, most - width);
                all += one.Size;
            }
        }

        return all == 0 ? double.NaN : (double)saturated / all;
    }

    private static int Outside<T>(ReadOnlySpan<T> units, double least, double most)
        where T : unmanaged, INumberBase<T>
    {
        var count = 0;
        foreach (T unit in units)
        {
            var activity = Transcendental.RealPart(unit);
            count += activity <= least || activity >= most ? 1 : 0;
        }

        return count;
    }
}
