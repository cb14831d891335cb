using Hebb.Agents.Diagnostics;
using Hebb.Costs;
using Hebb.Networks.Recurrent;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Agents.Recurrent;

/// <summary>
/// The advantage actor-critic (Mnih et al. 2016) with a recurrent network that learns by exact backpropagation through time: policy and
/// value are read from the same hidden units, and after every rollout of several environments one step is taken down the cost
/// -A log pi(a) - bonus H(pi) + value cost (V - R)^2 / 2, the mean over the rollout.
/// </summary>
/// <remarks>
/// The state is carried from rollout to rollout and begins at zero with every episode; gradients go back to the beginning of the episode
/// or of the rollout (truncated backpropagation through time). Since parameters do not change within a rollout, the steps that were
/// acted by are those that are gone back.
/// </remarks>
public sealed class RecurrentActorCritic : IRememberingAgent, IDiagnosed
{
    private readonly RecurrentSettings _settings;
    private readonly AgentTask _task;
    private readonly RecurrentCell<float> _cell;
    private readonly RecurrentTape<float> _tape;
    private readonly RecurrentParameters _parameters;
    private readonly RecurrentRollout _rollout;
    private readonly RecurrentDiagnostics _diagnostics;
    private readonly PolicyGradientCost _cost;
    private readonly IOptimizer<float> _optimizer;
    private readonly Pcg64 _policy;
    private readonly AlignedBuffer<float> _gradient;
    private readonly AlignedMatrix<float> _outputs;
    private readonly AlignedMatrix<float> _errors;
    private readonly AlignedMatrix<float> _slopes;
    private readonly AlignedMatrix<float> _read;
    private readonly float[] _probabilities;
    private readonly double _rate;
    private long _stepsTaken;

    /// <summary>An agent at its start.</summary>
    /// <param name="settings">How it remembers and learns.</param>
    /// <exception cref="ArgumentException">A setting is not possible; the message names it.</exception>
    public RecurrentActorCritic(RecurrentSettings settings, AgentTask task)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(task);
        SettingRules.Require(settings);
        _settings = settings;
        _task = task;
        _cell = CreateCell(settings.Environments);
        _tape = new RecurrentTape<float>(_cell, settings.RolloutSteps, settings.Environments);
        _parameters = new RecurrentParameters(_cell, task.ActionCount, RandomStreams.Initialization(task.Seed));
        _rollout = new RecurrentRollout(settings.Environments, settings.RolloutSteps);
        _diagnostics = new RecurrentDiagnostics(task.ActionCount);
        _cost = new PolicyGradientCost(entropyBonus: settings.EntropyBonus);
        _optimizer = settings.Optimizer.Create(_parameters.All.Length);
        _policy = RandomStreams.Policy(task.Seed);
        _gradient = new AlignedBuffer<float>(_parameters.All.Length);
        _outputs = new AlignedMatrix<float>(settings.RolloutSize, task.ActionCount + 1);
        _errors = new AlignedMatrix<float>(settings.RolloutSize, task.ActionCount + 1);
        _slopes = new AlignedMatrix<float>(settings.RolloutSize, settings.Hidden);
        _read = new AlignedMatrix<float>(settings.Environments, task.ActionCount + 1);
        _probabilities = new float[task.ActionCount];
        _rate = _optimizer.LearningRate;
    }

    /// <inheritdoc/>
    public ImmutableArray<string> DiagnosticNames => _diagnostics.DiagnosticNames;

    /// <inheritdoc/>
    public int EnvironmentCount => _settings.Environments;

    /// <inheritdoc/>
    public bool IsFinite => TensorPrimitives.IsFiniteAll<float>(_parameters.All);

    private Span<float> OfCell => _parameters.OfCell(_parameters.All);

    /// <inheritdoc/>
    public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions)
    {
        MatrixSpan<float> inputs = _tape.NextInputs;
        for (var row = 0; row < actions.Length; row++)
        {
            observations[row].CopyTo(inputs[row]);
        }

        _tape.Forward(OfCell);
        _parameters.Read(_tape.LastHidden, _read.All);
        for (var row = 0; row < actions.Length; row++)
        {
            var logits = _read[row][.._task.ActionCount];
            actions[row] = CategoricalPolicy.Sample<float>(logits, _policy, _probabilities);
            _diagnostics.ObservePolicy(_probabilities);
        }

        actions.CopyTo(_rollout.NextActions);
    }

    /// <inheritdoc/>
    public void Observe(in ParallelSteps steps)
    {
        _rollout.End(steps);
        ValueCutEpisodes(steps);
        for (var row = 0; row < _settings.Environments; row++)
        {
            if (steps.Terminated[row] || steps.Truncated[row])
            {
                _tape.Begin(row);
            }
        }

        if (_tape.IsFull)
        {
            ValueAfterRollout(steps);
            Learn();
            _stepsTaken += _settings.RolloutSize;
            _tape.Restart();
            _rollout.Clear();
        }
    }

    /// <inheritdoc/>
    public IRememberingPolicy CreatePolicy() =>
        new RecurrentPolicy(_parameters, CreateCell(capacity: 1), RandomStreams.Policy(_task.Seed));

    /// <inheritdoc/>
    public void TakeDiagnostics(Span<double> values) => _diagnostics.TakeDiagnostics(values);

    private RecurrentCell<float> CreateCell(int capacity) =>
        _settings.Cell switch
        {
            RecurrentCellKind.Plain => new LeakyCell<float>(_task.ObservationSize, _settings.Hidden, capacity),
            RecurrentCellKind.Gru => new GatedRecurrentUnit<float>(_task.ObservationSize, _settings.Hidden, capacity),
            _ => new LongShortTermMemory<float>(_task.ObservationSize, _settings.Hidden, capacity),
        };

    // A time limit ends an episode, but its last state keeps its value: the memory goes there and not beyond.
    private void ValueCutEpisodes(in ParallelSteps steps)
    {
        if (!steps.Truncated.Contains(true))
        {
            return;
        }

        LookAt(steps.FinalObservations);
        for (var row = 0; row < _settings.Environments; row++)
        {
            if (steps.Truncated[row])
            {
                _rollout.SetNextValue(row, Value(_read, row));
            }
        }
    }

    private void ValueAfterRollout(in ParallelSteps steps)
    {
        LookAt(steps.Observations);
        for (var row = 0; row < _settings.Environments; row++)
        {
            if (!steps.Truncated[row])
            {
                _rollout.SetNextValue(row, Value(_read, row));
            }
        }
    }

    private void LookAt(ReadOnlyMatrixSpan<float> observations)
    {
        MatrixSpan<float> inputs = _tape.AheadInputs;
        for (var row = 0; row < inputs.Rows; row++)
        {
            observations[row].CopyTo(inputs[row]);
        }

        _parameters.Read(_tape.LookAhead(OfCell), _read.All);
    }

    private double Value(AlignedMatrix<float> outputs, int row) =>
        _settings.ValueScale * outputs[row][_task.ActionCount];

    private void Learn()
    {
        var left = 1 - ((double)_stepsTaken / _task.Steps);
        if (_settings.AnnealsLearningRate)
        {
            // Nothing is left to learn with once the steps of the task are used up.
            if (left <= 0)
            {
                return;
            }

            _optimizer.LearningRate = _rate * left;
        }

        _parameters.Read(_tape.Hidden, _outputs.All);
        for (var row = 0; row < _outputs.Rows; row++)
        {
            _rollout.Values[row] = Value(_outputs, row);
        }

        _rollout.Estimate(_settings.Discount, _settings.Lambda);
        FindErrors();
        var gradient = _gradient.Span;
        gradient.Clear();
        _parameters.Readout.Backward(
            _parameters.OfReadout(_parameters.All),
            _tape.Hidden,
            _errors.All,
            _slopes.All,
            _parameters.OfReadout(gradient)
        );
        _tape.Backward(OfCell, _slopes.All, _parameters.OfCell(gradient));
        _diagnostics.ObserveGradient(gradient);
        GradientNorm.Limit(gradient, _settings.Optimizer.GradientNorm);
        _optimizer.Step(_parameters.All, gradient);
    }

    // dC / dy of the mean cost.
    private void FindErrors()
    {
        (var mean, var scale) = (0.0, 1.0);
        if (_settings.NormalisesAdvantages)
        {
            (mean, var deviation) = _rollout.Spread();
            scale = 1 / (deviation + 1e-8);
        }

        var actions = _task.ActionCount;
        var each = 1f / _errors.Rows;
        Span<float> target = stackalloc float[2];
        for (var row = 0; row < _errors.Rows; row++)
        {
            var errors = _errors[row];
            var advantage = _rollout.Advantages[row];
            target[0] = _rollout.Actions[row];
            target[1] = (float)((advantage - mean) * scale);
            _cost.Gradient<float>(_outputs[row][..actions], target, errors[..actions]);

            // R = V + A, in the units of what is read.
            var error = -advantage / _settings.ValueScale;
            _diagnostics.ObserveValue(error);
            errors[actions] = (float)(_settings.ValueCost * error);
            TensorPrimitives.Multiply(errors, each, errors);
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Number("steps_taken", ref _stepsTaken);
        visitor.Part(StateVisitor.Parameters, _parameters);
        visitor.Part("optimizer", _optimizer);
        visitor.Part("policy_random", _policy);
        visitor.Part("tape", _tape);
        visitor.Part("rollout", _rollout);
        visitor.Part("diagnostics", _diagnostics);
        if (visitor.IsRestoring)
        {
            _tape.Replay(OfCell);
        }
    }
}
