using Hebb.Costs;
using Hebb.Learning;
using Hebb.Learning.Exact;
using Hebb.Networks;
using Hebb.Networks.Topology;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Relaxation;
using Hebb.Settings;
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
        SettingRules.Require(options);
        NetworkSettings shape = options.Network;
        SettingRules.RequireRoom(shape.Hidden, inputSize, outputSize, capacity);
        Options = options;
        _random = random;
        NetworkTopology topology = NetworkTopology.Layered(
            [inputSize, .. shape.Hidden, outputSize],
            shape.Activation,
            shape.OutputActivation,
            feedback: shape.Feedback
        );
        _network = new EnergyNetwork<float>(topology);
        Initialization.FanIn(_network.Parameters, random, shape.Gain, shape.OutputGain, shape.BiasBound);
        _states = new PhaseStates<float>(topology, capacity);
        _gradient = new NetworkParameters<float>(topology);
        EstimatorPhases measured = Phases(options, random, measures: true);

        // How far the last sweep moved is of interest to an observer alone, and takes a tenth of an update.
        EstimatorPhases unmeasured = Phases(options, random, measures: false);
        FreePhase = measured.Free;
        IsFeedforward = options.Estimator.IsFeedforward;
        _prediction = IsFeedforward ? new FeedforwardPrediction() : new SettledPrediction(unmeasured.Free);
        Estimator = options.Estimator.Create(measured);
        _unobserved = options.Estimator.Create(unmeasured);
        _optimizer = options.Optimizer.Create(_gradient.All.Length);
        _gradientNorm = options.Optimizer.GradientNorm;
        if (!double.IsPositiveInfinity(shape.FeedbackLimit) && !IsFeedforward)
        {
            _feedbackLimit = new FeedbackLimit(topology, shape.FeedbackLimit);
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
    public ReadOnlyMatrixSpan<float> Outputs => _states.Free.Outputs;

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
        Observer?.ObserveStep(_network.Parameters);
        return estimate;
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("parameters", _network.Parameters);
        visitor.Part(Options.Optimizer.Name, _optimizer);

        // Estimators that draw random numbers continue the stream of the weights.
        visitor.Part("random", _random);
        if (_feedbackLimit is not null)
        {
            visitor.Part("feedback_limit", _feedbackLimit);
        }
    }

    private static EstimatorPhases Phases(ApproximatorOptions options, Pcg64 random, bool measures) =>
        EstimatorPhases.Of(options.Relaxation, options.Phases, measures) with
        {
            Random = random,
            LinearisesCost = true,
        };
}
