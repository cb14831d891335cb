using Hebb.Agents.Settings;
using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Relaxation;
using Hebb.Relaxation.Sweeps;
using Hebb.Snapshots;

namespace Hebb.Agents.Approximators;

/// <summary>
/// An energy network as a function: its free outputs are the values, and any estimator of the catalogue, equilibrium
/// propagation or backprop, turns costs on them into steps of an optimizer. It answers with the sweeps that it learns with.
/// </summary>
public sealed class NetworkApproximator : IFunctionApproximator
{
    private readonly EnergyNetwork<float> _network;
    private readonly PhaseStates<float> _states;
    private readonly NetworkParameters<float> _gradient;
    private readonly IGradientEstimator _unobserved;
    private readonly IPrediction _prediction;
    private readonly IOptimizer<float> _optimizer;
    private readonly double _gradientNorm;
    private readonly FeedbackLimit? _feedbackLimit;
    private readonly Pcg64 _random;

    /// <summary>A network at its start.</summary>
    /// <param name="inputSize">Numbers in an observation; at least 1.</param>
    /// <param name="outputSize">Numbers in an output; at least 1.</param>
    /// <param name="capacity">The rows of a call at most; at least 1.</param>
    /// <param name="options">Its shape, its start, and how it settles and learns.</param>
    /// <param name="random">The stream that its weights are drawn from.</param>
    /// <exception cref="ArgumentException">An option is not possible; the message says which.</exception>
    public NetworkApproximator(int inputSize, int outputSize, int capacity, ApproximatorOptions options, Pcg64 random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        ApproximatorRules.Require(options);
        SettingRules.RequireRoom(options.Hidden, inputSize, outputSize, capacity);
        Options = options;
        _random = random;
        NetworkTopology topology = NetworkTopology.Layered(
            [inputSize, .. options.Hidden, outputSize],
            options.Activation,
            options.OutputActivation,
            feedback: options.Feedback
        );
        _network = new EnergyNetwork<float>(topology);
        Initialization.FanIn(_network.Parameters, random, options.Gain, options.OutputGain, options.BiasBound);
        _states = new PhaseStates<float>(topology, capacity);
        _gradient = new NetworkParameters<float>(topology);
        IRelaxation free = Relaxation(options, options.FreeSweeps, options.FreeOrder);
        FreePhase = free;
        EstimatorEntry entry = EstimatorCatalogue.Find(options.Estimator);
        IsFeedforward = entry.IsFeedforward;
        _prediction = entry.IsFeedforward ? new FeedforwardPrediction() : new SettledPrediction(Unmeasured(free));
        IRelaxation nudged = Relaxation(options, options.NudgedSweeps, options.NudgedOrder);

        // Backpropagation goes through the sweeps of the answer; what follows in the nudged phase has the sweeps of that.
        var isFree = !entry.Settings.Contains(EstimatorSetting.Free);
        var parts = new EstimatorOptions
        {
            Free = free,
            Nudged = nudged,
            Beta = options.Beta,
            Points = options.Points,
            LearningRate = options.ContinualRate,
            Share = options.Share,
            Sweeps = isFree ? options.FreeSweeps : options.NudgedSweeps,
            Order = isFree ? options.FreeOrder : options.NudgedOrder,
            Tolerance = options.ErrorTolerance,
            MaxIterations = options.ErrorIterations,
            Step = options.DifferenceStep,
            Random = random,
            LinearisesCost = true,
        };
        Estimator = entry.Create(parts);

        // How far the last sweep moved is of interest to an observer alone, and takes a tenth of an update.
        _unobserved = entry.Create(parts with { Free = Unmeasured(free), Nudged = Unmeasured(nudged) });
        _optimizer = OptimizerCatalogue
            .Find(options.Optimizer)
            .Create(
                _gradient.All.Length,
                new OptimizerOptions(
                    options.LearningRate,
                    options.Beta1,
                    options.Beta2,
                    options.Epsilon,
                    options.Momentum
                )
            );
        _gradientNorm = options.GradientNorm;
        if (!double.IsPositiveInfinity(options.FeedbackLimit) && !IsFeedforward)
        {
            _feedbackLimit = new FeedbackLimit(topology, options.FeedbackLimit);
            _feedbackLimit.Begin(_network.Parameters);
        }
    }

    /// <summary>What it was made of.</summary>
    public ApproximatorOptions Options { get; }

    /// <summary>The network.</summary>
    public EnergyNetwork<float> Network => _network;

    /// <summary>How its free phase settles; a feedforward network makes nothing of it.</summary>
    public IRelaxation FreePhase { get; }

    /// <summary>What turns costs into gradients, and measures how phases settled where somebody observes.</summary>
    public IGradientEstimator Estimator { get; }

    /// <summary>Watches every update; null, as at first, costs nothing.</summary>
    public IUpdateObserver? Observer { get; set; }

    /// <summary>Whether it is a feedforward network, which does not settle.</summary>
    public bool IsFeedforward { get; }

    /// <inheritdoc/>
    public int InputSize => _network.Topology.InputSize;

    /// <inheritdoc/>
    public int OutputSize => _network.Topology.OutputSize;

    /// <inheritdoc/>
    public int Capacity => _states.Free.Capacity;

    /// <inheritdoc/>
    public NetworkParameters<float> Parameters => _network.Parameters;

    /// <inheritdoc/>
    public double LearningRate
    {
        get => _optimizer.LearningRate;
        set => _optimizer.LearningRate = value;
    }

    /// <inheritdoc/>
    public ReadOnlyMatrixSpan<float> Evaluate(ReadOnlyMatrixSpan<float> inputs)
    {
        _prediction.Predict(_network, _states.Free, inputs);
        return _states.Free.Outputs;
    }

    /// <inheritdoc/>
    public Estimate Update(ReadOnlyMatrixSpan<float> inputs, ReadOnlyMatrixSpan<float> targets, ICost cost)
    {
        var batch = new Batch<float>(inputs, targets);
        IGradientEstimator estimator = Observer is null ? _unobserved : Estimator;
        Estimate estimate = estimator.Estimate(_network, _states, batch, cost, _gradient);
        Observer?.Observe(_network, _states.Free, batch, cost, estimate, _gradient);
        GradientNorm.Limit(_gradient.Edit(), _gradientNorm);
        _optimizer.Step(_network.Parameters.Edit(), _gradient.All);
        _feedbackLimit?.Apply(_network.Parameters);
        return estimate;
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("parameters", _network.Parameters);
        visitor.Part(Options.Optimizer, _optimizer);

        // Estimators that draw go on with the stream of the weights.
        visitor.Part("random", _random);
        if (_feedbackLimit is not null)
        {
            visitor.Part("feedback_limit", _feedbackLimit);
        }
    }

    private static IRelaxation Relaxation(ApproximatorOptions options, int sweeps, SweepOrder order) =>
        RelaxationCatalogue.Create(
            options.Relaxation,
            new RelaxationOptions(
                sweeps,
                options.Tolerance,
                order,
                options.FlowStep,
                options.SweepMomentum,
                options.Window
            )
        );

    // Plain sweeps alone can do without.
    private static IRelaxation Unmeasured(IRelaxation relaxation) =>
        relaxation is FixedPoint sweeps ? sweeps with { Measures = false } : relaxation;
}
