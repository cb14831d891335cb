using Hebb.Agents.Approximators;
using Hebb.Analysis;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Snapshots;

namespace Hebb.Agents.Diagnostics;

/// <summary>
/// How the learning of a <see cref="NetworkApproximator"/> goes: what every update tells of itself, and, at every so many updates,
/// what costs time to measure.
/// </summary>
/// <remarks>
/// <para>At every update, for some additions: <c>cost</c>, the mean cost before the step; <c>free_sweeps</c> and
/// <c>nudged_sweeps</c>, those of an example in a phase; <c>residual</c>, how far a unit still moved in the last sweep of any
/// phase, the largest of an update.</para>
/// <para>At a measured update, on its own batch: <c>saturation</c>, <see cref="UnitSaturation.AtBorder"/> of the free state;
/// <c>energy</c>, E of the free state, the mean over examples, to be seen beside the cost, which need not follow it;
/// <c>feedback</c>, the largest gamma sigma^2 (<see cref="ConnectionFeedback"/>); <c>gradient_angle</c> in degrees and
/// <c>gradient_ratio</c>, |g| / |g*|, against the exact gradient g* (<see cref="GradientComparison.Exactly"/>; for a feedforward
/// estimator backprop). An update whose exact gradient did not settle gives neither of the two. <c>update_ratio</c>, the norm of the step
/// that followed over that of the parameters, weights and biases.</para>
/// <para>A measured update costs as much as some 17 plain ones of two hidden layers of 32 units, mostly for the exact gradient, and
/// allocates.</para>
/// </remarks>
internal sealed class ApproximatorDiagnostics : IUpdateObserver, IDiagnosed
{
    /// <summary>The updates between two that are measured, where nothing else is said.</summary>
    public const int StandardInterval = 100;

    private static readonly ImmutableArray<string> Names =
    [
        "cost",
        "free_sweeps",
        "nudged_sweeps",
        "residual",
        "saturation",
        "energy",
        "feedback",
        "gradient_angle",
        "gradient_ratio",
        "update_ratio",
    ];

    // Those of every update come first.
    private const int FirstMeasured = 4;

    private readonly RunningMean[] _means = new RunningMean[Names.Length];
    private readonly int _interval;
    private readonly IGradientEstimator _exact;
    private readonly bool _isFeedforward;
    private PhaseStates<float>? _states;
    private NetworkParameters<float>? _exactGradient;
    private float[]? _before;
    private bool _measuresStep;
    private long _updates;

    /// <summary>Begins to watch an approximator.</summary>
    /// <param name="approximator">Whose updates are watched from now on, in place of whoever watched before.</param>
    /// <param name="interval">
    /// Of so many updates the first is measured; 0 measures none, and leaves what costs time not a number.
    /// </param>
    public ApproximatorDiagnostics(NetworkApproximator approximator, int interval)
    {
        ArgumentNullException.ThrowIfNull(approximator);
        ArgumentOutOfRangeException.ThrowIfNegative(interval);
        _interval = interval;
        _isFeedforward = approximator.IsFeedforward;
        _exact = _isFeedforward ? new Backpropagation() : GradientComparison.Exactly();
        approximator.Observer = this;
    }

    /// <inheritdoc/>
    public ImmutableArray<string> DiagnosticNames => Names;

    /// <summary>Whether a number of an agent is known at measured updates alone, and therefore where <see cref="AgentTask.Diagnoses"/> says so.</summary>
    /// <param name="name">Its name, with that of the part before it, such as <c>actor_gradient_angle</c>.</param>
    public static bool IsCostly(string name) =>
        Names.Skip(FirstMeasured).Any(own => name == own || name.EndsWith($"_{own}", StringComparison.Ordinal));

    /// <inheritdoc/>
    public void TakeDiagnostics(Span<double> values)
    {
        for (var index = 0; index < _means.Length; index++)
        {
            values[index] = _means[index].Take();
        }
    }

    /// <inheritdoc/>
    public void Observe(
        EnergyNetwork<float> network,
        NetworkState<float> free,
        in Batch<float> batch,
        ICost cost,
        in Estimate estimate,
        NetworkParameters<float> gradient
    )
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(free);
        _means[0].Add(estimate.Cost);
        if (!_isFeedforward)
        {
            _means[1].Add(estimate.Free.MeanSweeps);
            _means[2].Add(estimate.Nudged.MeanSweeps);
            _means[3].Add(Math.Max(estimate.Free.LargestResidual, estimate.Nudged.LargestResidual));
        }

        if (_interval > 0 && _updates % _interval == 0)
        {
            Measure(network, free, batch, cost, gradient);
        }

        _updates++;
    }

    /// <inheritdoc/>
    public void ObserveStep(NetworkParameters<float> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (!_measuresStep)
        {
            return;
        }

        _measuresStep = false;
        _means[9]
            .Add(TensorPrimitives.Distance(parameters.All, _before) / (double)TensorPrimitives.Norm(parameters.All));
    }

    private void Measure(
        EnergyNetwork<float> network,
        NetworkState<float> free,
        in Batch<float> batch,
        ICost cost,
        NetworkParameters<float> gradient
    )
    {
        _before ??= new float[network.Parameters.All.Length];
        network.Parameters.All.CopyTo(_before);
        _measuresStep = true;
        _means[4].Add(UnitSaturation.AtBorder(free));
        if (!_isFeedforward && network.Topology.HasEnergy)
        {
            _means[5].Add(MeanEnergy(network, free));
            _means[6].Add(ConnectionFeedback.Largest(network.Parameters));
        }

        _states ??= new PhaseStates<float>(network.Topology, free.Capacity);
        _exactGradient ??= new NetworkParameters<float>(network.Topology);
        Estimate exact = _exact.Estimate(network, _states, batch, cost, _exactGradient);
        if (exact.Free.IsSettled && exact.Nudged.IsSettled)
        {
            var agreement = GradientAgreement.Of(gradient, _exactGradient);
            _means[7].Add(agreement.Degrees);
            _means[8].Add(agreement.NormRatio);
        }
    }

    private static double MeanEnergy(EnergyNetwork<float> network, NetworkState<float> free)
    {
        var sum = 0.0;
        for (var row = 0; row < free.Rows; row++)
        {
            sum += NetworkEnergy.Energy(network, free, row);
        }

        return sum / free.Rows;
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Number("updates", ref _updates);
        for (var index = 0; index < _means.Length; index++)
        {
            _means[index].VisitState(visitor, Names[index]);
        }
    }
}
