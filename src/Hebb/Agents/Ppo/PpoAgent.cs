using Hebb.Agents.Approximators;
using Hebb.Agents.Diagnostics;
using Hebb.Costs;
using Hebb.Numerics;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Agents.Ppo;

/// <summary>
/// Proximal policy optimization (Schulman et al. 2017): a rollout of several environments, advantages by
/// <see cref="GeneralizedAdvantages"/>, some epochs down the clipped policy cost and the squared error of the values. With one
/// epoch and no clipping it is the advantage actor-critic A2C (Huang et al. 2022).
/// </summary>
/// <remarks>
/// Actor and critic are any functions that learn from costs on their outputs: nothing here knows whether they settle, or
/// whether they learn by equilibrium propagation or by backprop.
/// </remarks>
public sealed class PpoAgent : IGreedyAgent, IDiagnosed
{
    private readonly IFunctionApproximator _actor;
    private readonly IFunctionApproximator _critic;
    private readonly PpoOptions _options;
    private readonly Pcg64 _policy;
    private readonly Pcg64 _order;
    private readonly Rollout _rollout;
    private readonly RolloutBatches _batches;
    private readonly ICost _policyCost;
    private readonly ClippedPolicyCost? _clipped;
    private readonly ICost _valueCost = SquaredError.Half;
    private readonly float[] _logits;
    private readonly float[] _probabilities;
    private readonly double[] _values;
    private readonly AgentDiagnostics _diagnostics;
    private readonly double _actorRate;
    private readonly double _criticRate;
    private readonly long _steps;
    private long _stepsTaken;

    /// <summary>An agent at its start.</summary>
    /// <param name="actor">Its outputs times <see cref="PpoOptions.ReadoutScale"/> are the logits of the actions.</param>
    /// <param name="critic">Its one output times <see cref="PpoOptions.ValueScale"/> is the value.</param>
    /// <param name="options">How it gathers experience and learns from it.</param>
    /// <exception cref="ArgumentException">Actor, critic, options and task do not fit together; the message says where.</exception>
    public PpoAgent(IFunctionApproximator actor, IFunctionApproximator critic, PpoOptions options, AgentTask task)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(critic);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(options);
        SettingRules.Require(options);
        Require(actor, task, task.ActionCount, Math.Max(options.Environments, options.Minibatch), nameof(actor));
        Require(critic, task, outputs: 1, options.Minibatch, nameof(critic));
        _actor = actor;
        _critic = critic;
        _options = options;
        _policy = RandomStreams.Policy(task.Seed);
        _order = RandomStreams.Replay(task.Seed);
        _rollout = new Rollout(options.Environments, options.RolloutSteps, task.ObservationSize);
        _policyCost = CostOf(options);
        _clipped = _policyCost as ClippedPolicyCost;
        _batches = new RolloutBatches(
            _rollout.Size,
            options.Minibatch,
            task.ObservationSize,
            _policyCost.TargetSize(task.ActionCount)
        );
        _logits = new float[task.ActionCount];
        _probabilities = new float[task.ActionCount];
        _values = new double[(2 * _rollout.Size) + options.Environments];
        _actorRate = actor.LearningRate;
        _criticRate = critic.LearningRate;
        _steps = task.Steps;
        _diagnostics = new AgentDiagnostics(task, hasPolicy: true, ("actor", actor), ("critic", critic));
    }

    /// <inheritdoc/>
    public ImmutableArray<string> DiagnosticNames => _diagnostics.DiagnosticNames;

    /// <inheritdoc/>
    public int EnvironmentCount => _options.Environments;

    /// <inheritdoc/>
    public bool IsFinite =>
        TensorPrimitives.IsFiniteAll(_actor.Parameters.All) && TensorPrimitives.IsFiniteAll(_critic.Parameters.All);

    /// <inheritdoc/>
    public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions)
    {
        _rollout.Begin(observations);
        var outputs = _actor.Evaluate(observations);
        for (var row = 0; row < actions.Length; row++)
        {
            for (var action = 0; action < _logits.Length; action++)
            {
                _logits[action] = (float)_options.ReadoutScale * outputs[row][action];
            }

            var chosen = CategoricalPolicy.Sample<float>(_logits, _policy, _probabilities);
            _rollout.NextLogProbabilities[row] = CategoricalPolicy.LogProbability<float>(_logits, chosen);
            _rollout.NextActions[row] = chosen;
            actions[row] = chosen;
            _diagnostics.ObservePolicy(_probabilities);
        }
    }

    /// <inheritdoc/>
    public void Observe(in ParallelSteps steps)
    {
        _rollout.End(steps);
        if (_rollout.IsFull)
        {
            Learn();
            _stepsTaken += _rollout.Size;
            _rollout.Clear();
        }
    }

    /// <inheritdoc/>
    public void ActGreedily(ReadOnlyMatrixSpan<float> observations, Span<int> actions)
    {
        var outputs = _actor.Evaluate(observations);
        for (var row = 0; row < actions.Length; row++)
        {
            actions[row] = TensorPrimitives.IndexOfMax(outputs[row]);
        }
    }

    /// <inheritdoc/>
    public void TakeDiagnostics(Span<double> values) => _diagnostics.TakeDiagnostics(values);

    private static ICost CostOf(PpoOptions options) =>
        options.Cost switch
        {
            CostCatalogue.ChosenLogit => new ChosenLogitCost(options.ReadoutScale),
            CostCatalogue.PolicyGradient => new PolicyGradientCost(options.ReadoutScale, options.EntropyBonus),
            _ => new ClippedPolicyCost(options.ReadoutScale, options.Clip, options.EntropyBonus),
        };

    private void Learn()
    {
        var left = 1 - ((double)_stepsTaken / _steps);
        if (!Anneal(left))
        {
            return;
        }

        Evaluate();
        GeneralizedAdvantages.Compute(
            _rollout.Rewards,
            _rollout.Values,
            _rollout.NextValues,
            _rollout.Terminated,
            _rollout.Truncated,
            _options.Environments,
            _options.Discount,
            _options.Lambda,
            _rollout.Advantages
        );
        _batches.Take(_rollout, _options.ValueScale, _options.NormalisesAdvantages);
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            _batches.Shuffle(_order);
            for (var first = 0; first < _rollout.Size; first += _options.Minibatch)
            {
                _batches.Gather(first);
                _actor.Update(_batches.Observations, _batches.PolicyTargets, _policyCost);
                ObserveChange();
                _critic.Update(_batches.Observations, _batches.ValueTargets, _valueCost);
            }
        }
    }

    // Of the outputs that the update began with: no further evaluation is needed.
    private void ObserveChange()
    {
        var outputs = _actor.Outputs;
        var targets = _batches.PolicyTargets;
        for (var row = 0; row < outputs.Rows; row++)
        {
            for (var action = 0; action < _logits.Length; action++)
            {
                _logits[action] = (float)_options.ReadoutScale * outputs[row][action];
            }

            var logProbability = CategoricalPolicy.LogProbability<float>(_logits, (int)targets[row][0]);
            _diagnostics.ObserveChange(logProbability - _batches.OldLogProbabilities[row], _clipped?.Clip);
        }
    }

    // Nothing is left to learn with once the steps of the task are used up.
    private bool Anneal(double left)
    {
        if (left <= 0 && (_options.AnnealsLearningRate || _options.AnnealsClip))
        {
            return false;
        }

        if (_options.AnnealsLearningRate)
        {
            _actor.LearningRate = _actorRate * left;
            _critic.LearningRate = _criticRate * left;
        }

        if (_options.AnnealsClip && _clipped is not null)
        {
            _clipped.Clip = _options.Clip * left;
        }

        return true;
    }

    private void Evaluate()
    {
        var observations = _rollout.AllObservations;
        for (var first = 0; first < observations.Rows; first += _critic.Capacity)
        {
            var rows = Math.Min(_critic.Capacity, observations.Rows - first);
            var outputs = _critic.Evaluate(observations.Slice(first, rows));
            for (var row = 0; row < rows; row++)
            {
                _values[first + row] = _options.ValueScale * outputs[row][0];
            }
        }

        _rollout.SetValues(_values.AsSpan(0, observations.Rows));
    }

    private static void Require(IFunctionApproximator function, AgentTask task, int outputs, int capacity, string name)
    {
        if (
            function.InputSize != task.ObservationSize
            || function.OutputSize != outputs
            || function.Capacity < capacity
        )
        {
            throw new ArgumentException(
                $"{name}: {function.InputSize} inputs, {function.OutputSize} outputs, {function.Capacity} rows at once; {task.ObservationSize}, {outputs} and at least {capacity} are needed",
                name
            );
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Number("steps_taken", ref _stepsTaken);
        visitor.Part("actor", _actor);
        visitor.Part("critic", _critic);
        visitor.Part("policy_random", _policy);
        visitor.Part("order_random", _order);
        visitor.Part("rollout", _rollout);
        visitor.Part("batches", _batches);
        visitor.Part("diagnostics", _diagnostics);
    }
}
