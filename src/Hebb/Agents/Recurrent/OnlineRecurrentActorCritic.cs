using Hebb.Agents.Diagnostics;
using Hebb.Networks.Recurrent;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Agents.Recurrent;

/// <summary>
/// An actor-critic that learns at every step and keeps nothing of the past but traces (Lemmel and Grosu 2025): a leaky recurrent network,
/// whose weights learn from TD errors delta = r + gamma V(s') - V(s) along eligibility traces e = gamma lambda e + J' B g. g are the slopes
/// of log pi(a) and of V with respect to what is read from the hidden units, B brings them to the hidden units, and J is what the hidden
/// units owe to each weight: exactly (real-time recurrent learning) or by what is known at the weight (Murray 2019).
/// </summary>
/// <remarks>
/// The state after a step is computed once, by the parameters before the update that the step leads to, and acted by after it.
/// </remarks>
public sealed class OnlineRecurrentActorCritic : IRememberingAgent, IDiagnosed
{
    // So often that a trace just above what is negligible does not reach the denormal numbers in between.
    private const int StepsBetweenClearings = 64;

    private readonly OnlineRecurrentSettings _settings;
    private readonly AgentTask _task;
    private readonly OnlineMemory _memory;
    private readonly RecurrentParameters _parameters;
    private readonly RecurrentDiagnostics _diagnostics;
    private readonly IOptimizer<float> _optimizer;
    private readonly Pcg64 _policy;
    private readonly AlignedMatrix<float>? _feedback;
    private readonly AlignedBuffer<float> _traces;
    private readonly AlignedBuffer<float> _gradient;
    private readonly AlignedMatrix<float> _outputs;
    private readonly AlignedMatrix<float> _errors;
    private readonly AlignedMatrix<float> _slopes;
    private readonly float[] _probabilities;
    private readonly double _rate;
    private bool _hasBegun;
    private double _value;
    private long _stepsTaken;

    /// <summary>An agent at its start.</summary>
    /// <param name="settings">How it remembers and learns.</param>
    /// <exception cref="ArgumentException">A setting is not possible; the message names it.</exception>
    public OnlineRecurrentActorCritic(OnlineRecurrentSettings settings, AgentTask task)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(task);
        SettingRules.Require(settings);
        _settings = settings;
        _task = task;
        LeakyCell<float> cell = CreateCell();
        Pcg64 random = RandomStreams.Initialization(task.Seed);
        _parameters = new RecurrentParameters(cell, task.ActionCount, random);
        _memory = new OnlineMemory(_parameters, cell, settings.Rule);
        _feedback = settings.RandomFeedback ? DrawFeedback(task.ActionCount + 1, settings.Hidden, random) : null;
        _diagnostics = new RecurrentDiagnostics(task.ActionCount);
        _optimizer = settings.Optimizer.Create(_parameters.All.Length);
        _policy = RandomStreams.Policy(task.Seed);
        _traces = new AlignedBuffer<float>(_parameters.All.Length);
        _gradient = new AlignedBuffer<float>(_parameters.All.Length);
        _outputs = new AlignedMatrix<float>(1, task.ActionCount + 1);
        _errors = new AlignedMatrix<float>(1, task.ActionCount + 1);
        _slopes = new AlignedMatrix<float>(1, settings.Hidden);
        _probabilities = new float[task.ActionCount];
        _rate = _optimizer.LearningRate;
    }

    /// <inheritdoc/>
    public ImmutableArray<string> DiagnosticNames => _diagnostics.DiagnosticNames;

    /// <inheritdoc/>
    public int EnvironmentCount => 1;

    /// <inheritdoc/>
    public bool IsFinite => TensorPrimitives.IsFiniteAll<float>(_parameters.All);

    /// <inheritdoc/>
    public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions)
    {
        if (!_hasBegun)
        {
            _memory.Begin(observations[0]);
            _hasBegun = true;
        }

        _value = Read(_memory.Hidden);
        var logits = _outputs[0][.._task.ActionCount];
        var action = CategoricalPolicy.Sample<float>(logits, _policy, _probabilities);
        actions[0] = action;
        _diagnostics.ObservePolicy(_probabilities);

        // The slopes of log pi(a) and of V: what the traces of this step are of.
        var errors = _errors[0];
        TensorPrimitives.Negate(_probabilities, errors);
        errors[action] += 1;
        errors[_task.ActionCount] = (float)_settings.ValueCost;
        TensorPrimitives.Multiply(_traces.Span, (float)(_settings.Discount * _settings.Lambda), _traces.Span);
        AddSlopes(_traces.Span);
        FindEntropySlopes();
    }

    /// <inheritdoc/>
    public void Observe(in ParallelSteps steps)
    {
        var next = 0.0;
        var ends = steps.Terminated[0] || steps.Truncated[0];
        if (!ends)
        {
            _memory.Follow(steps.Observations[0]);
            next = Read(_memory.Hidden);
        }
        else if (!steps.Terminated[0])
        {
            // A time limit ends an episode, but its last state keeps its value.
            next = Read(_memory.LookAhead(steps.FinalObservations[0]));
        }

        var error = (steps.Rewards[0] / _settings.ValueScale) + (_settings.Discount * next) - _value;
        _diagnostics.ObserveValue(error);
        Learn(error);
        _stepsTaken++;
        if (ends)
        {
            _traces.Span.Clear();
            _memory.Begin(steps.Observations[0]);
        }
    }

    /// <inheritdoc/>
    public IRememberingPolicy CreatePolicy() =>
        new RecurrentPolicy(_parameters, CreateCell(), RandomStreams.Policy(_task.Seed));

    /// <inheritdoc/>
    public void TakeDiagnostics(Span<double> values) => _diagnostics.TakeDiagnostics(values);

    private LeakyCell<float> CreateCell() =>
        new(_task.ObservationSize, _settings.Hidden, capacity: 1, _settings.TimeConstant);

    private static AlignedMatrix<float> DrawFeedback(int outputs, int hidden, Pcg64 random)
    {
        var feedback = new AlignedMatrix<float>(outputs, hidden);
        var bound = 1 / Math.Sqrt(hidden);
        for (var output = 0; output < outputs; output++)
        {
            foreach (ref var weight in feedback[output])
            {
                weight = (float)random.NextUniform(-bound, bound);
            }
        }

        return feedback;
    }

    // Logits and value; the value is returned, too.
    private double Read(ReadOnlyMatrixSpan<float> hidden)
    {
        _parameters.Read(hidden, _outputs.All);
        return _outputs[0][_task.ActionCount];
    }

    // Adds the slopes of all parameters to those that have slopes of what is read.
    private void AddSlopes(Span<float> target)
    {
        _parameters.Readout.Backward(
            _parameters.OfReadout(_parameters.All),
            _memory.Hidden,
            _errors.All,
            _slopes.All,
            _parameters.OfReadout(target)
        );
        if (_feedback is not null)
        {
            _slopes.Span.Clear();
            BatchProducts.Add<float>(_errors.All, _feedback.All, _slopes.All);
        }

        _memory.AddGradient(_slopes[0], _parameters.OfCell(target));
    }

    // dH / dy_a = -pi_a (log pi_a + H), into the gradient that the next update takes.
    private void FindEntropySlopes()
    {
        var gradient = _gradient.Span;
        gradient.Clear();
        if (_settings.EntropyBonus == 0)
        {
            return;
        }

        var entropy = 0f;
        foreach (var probability in _probabilities)
        {
            entropy -= probability > 0 ? probability * MathF.Log(probability) : 0;
        }

        var errors = _errors[0];
        for (var action = 0; action < _probabilities.Length; action++)
        {
            var probability = _probabilities[action];
            var slope = probability > 0 ? -probability * (MathF.Log(probability) + entropy) : 0;
            errors[action] = (float)_settings.EntropyBonus * slope;
        }

        errors[_task.ActionCount] = 0;
        AddSlopes(gradient);
    }

    private void Learn(double error)
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

        // Down the cost: against what the traces and the entropy ask for.
        var gradient = _gradient.Span;
        TensorPrimitives.MultiplyAdd(_traces.Span, (float)error, gradient, gradient);
        TensorPrimitives.Negate(gradient, gradient);
        _diagnostics.ObserveGradient(gradient);
        GradientNorm.Limit(gradient, _settings.Optimizer.GradientNorm);
        _optimizer.Step(_parameters.All, gradient);
        if (_stepsTaken % StepsBetweenClearings == 0)
        {
            foreach (ref var trace in _traces.Span)
            {
                trace = Negligible.ToZero(trace);
            }
        }
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Number("steps_taken", ref _stepsTaken);
        visitor.Number("has_begun", ref _hasBegun);
        visitor.Part(StateVisitor.Parameters, _parameters);
        visitor.Part("optimizer", _optimizer);
        visitor.Part("policy_random", _policy);
        visitor.Part("memory", _memory);
        visitor.Numbers("traces", _traces.Span);
        visitor.Part("diagnostics", _diagnostics);
    }
}
