using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;

namespace Hebb.Lab.Studies.Gradients.Problems;

/// <summary>A network with examples, and the gradients that estimates of it are compared with, each computed once.</summary>
/// <param name="inputs">The inputs, one example after another.</param>
/// <param name="targets">What the cost asks, one example after another.</param>
internal sealed class GradientProblem(EnergyNetwork<double> network, ICost cost, double[] inputs, double[] targets)
{
    /// <summary>The smallest tolerance: no network settles further than rounding lets it.</summary>
    public const double LeastTolerance = 1e-15;

    /// <summary>As far as rounding lets it, with sweeps to spare: networks are drawn so that they settle in few.</summary>
    public static readonly FixedPoint Settled = new(MostSweeps, LeastTolerance);

    /// <summary>The sweeps of a phase at most.</summary>
    public const int MostSweeps = 500;

    /// <summary>The length of the exact gradient.</summary>
    public double Length => Norm(Reference(GradientReference.RecurrentBackpropagation));

    /// <summary>The sweeps where their number is fixed: more than any network drawn needs to come to rest.</summary>
    public const int FixedSweeps = 200;

    /// <summary>How far central differences move a parameter each way.</summary>
    public const double Step = 1e-5;

    private readonly Dictionary<double, bool> _keepsPieces = [];
    private NetworkState<double>? _free;
    private readonly Dictionary<GradientReference, NetworkParameters<double>> _references = [];

    /// <summary>The graph.</summary>
    public NetworkTopology Topology => network.Topology;

    /// <summary>How many examples.</summary>
    public int Rows => inputs.Length / Topology.InputSize;

    private Batch<double> Batch => new(InputRows, new(targets, Topology.OutputSize));

    private ReadOnlyMatrixSpan<double> InputRows => new(inputs, Topology.InputSize);

    /// <summary>The gradient that an estimator gives.</summary>
    /// <exception cref="ArgumentException">It cannot work with the cost.</exception>
    /// <exception cref="TopologyException">It cannot work with the graph.</exception>
    public Estimate Estimate(IGradientEstimator estimator, NetworkParameters<double> gradient) =>
        estimator.Estimate(network, new PhaseStates<double>(Topology, Rows), Batch, cost, gradient);

    /// <summary>A gradient to compare with.</summary>
    public NetworkParameters<double> Reference(GradientReference kind)
    {
        if (!_references.TryGetValue(kind, out NetworkParameters<double>? gradient))
        {
            gradient = new NetworkParameters<double>(Topology);
            switch (kind)
            {
                case GradientReference.RecurrentBackpropagation:
                    Estimate(new RecurrentBackpropagation(Settled, Settled.Tolerance, MostSweeps), gradient);
                    break;
                case GradientReference.BackpropagationThroughSweeps:
                    Estimate(new BackpropagationThroughSweeps(FixedSweeps), gradient);
                    break;
                case GradientReference.CentralDifferences:
                    Estimate(new CentralDifferences(Settled, Step), gradient);
                    break;
                default:
                    FeedforwardDifferences.Set(network, cost, Batch, Step, gradient);
                    break;
            }

            _references.Add(kind, gradient);
        }

        return gradient;
    }

    /// <summary>Whether the free phase settles.</summary>
    public bool SettlesBy(IRelaxation relaxation, out NetworkState<double> state)
    {
        (state, Settling settling) = Settle(relaxation, default);
        return settling.IsSettled;
    }

    /// <summary>
    /// Whether the outputs, nudged by a strength and by its opposite, settle with every unit on the linear piece where it is
    /// in the free state; so they do where nothing is piecewise linear.
    /// </summary>
    public bool KeepsPieces(double beta)
    {
        if (!Topology.Free.Any(layer => Topology.Layers[layer].Activation.IsPiecewiseLinear))
        {
            return true;
        }

        if (!_keepsPieces.TryGetValue(beta, out var keeps))
        {
            _free ??= Settle(Settled, default).State;
            keeps = KeepsPiecesAt(beta) && KeepsPiecesAt(-beta);
            _keepsPieces.Add(beta, keeps);
        }

        return keeps;
    }

    /// <summary>The state of the feedforward twin.</summary>
    public NetworkState<double> FeedforwardState()
    {
        var state = new NetworkState<double>(Topology, Rows);
        FeedforwardTwin.Run(network, state, InputRows);
        return state;
    }

    /// <summary>How near any unit's drive is to a kink, in the settled state or in that of the twin.</summary>
    /// <param name="forwardOnly">Whether it is the twin's.</param>
    public double NearestKink(NetworkState<double> state, bool forwardOnly) =>
        LinearPieces.NearestKink(network, state, forwardOnly);

    private static double Norm(NetworkParameters<double> gradient)
    {
        var sum = 0.0;
        foreach (var number in gradient.All)
        {
            sum += number * number;
        }

        return Math.Sqrt(sum);
    }

    private bool KeepsPiecesAt(double beta)
    {
        try
        {
            (NetworkState<double> state, Settling settling) = Settle(Settled, new(beta, cost, Batch.Targets));
            return settling.IsSettled && LinearPieces.AreSame(_free!, state);
        }
        catch (ArgumentException)
        {
            // Nudged so strongly the other way the outputs have no rest.
            return false;
        }
    }

    private (NetworkState<double> State, Settling Settling) Settle(IRelaxation relaxation, Nudge<double> nudge)
    {
        var state = new NetworkState<double>(Topology, Rows);
        state.Clamp(network, InputRows);
        return (state, relaxation.Settle(network, state, nudge));
    }
}
