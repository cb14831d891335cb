using Hebb.Agents.Approximators;
using Hebb.Agents.Diagnostics;
using Hebb.Agents.Reward;
using Hebb.Learning.FreeEnergies;
using Hebb.Memory;
using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Settings;
using Hebb.Snapshots;

namespace Hebb.Agents.Memory;

/// <summary>
/// A policy of free energies that reads memories, and learns at every step by traces: e = gamma lambda e + (c_a - E_pi c),
/// theta = theta + alpha (delta e + entropy gradient), with c_a the Hebbian correlations of the state that settles with action a clamped.
/// Nothing is carried back through time: memories that learn keep traces of their own.
/// </summary>
/// <remarks>
/// What was done is learned from when its result is known, in one walk over the parameters with the next step's trace; the state of the next
/// step has settled before. Williams (1992) with the trace of Baxter and Bartlett (2001); the actor-critic of Barto, Sutton and Anderson
/// (1983); free energies as in <see cref="FusedFreeEnergies"/>.
/// </remarks>
public sealed class MemoryAgent : IRememberingAgent, IDiagnosed
{
    private const double Least = 1e-8;

    private readonly OnlineOptions _options;
    private readonly ulong _seed;
    private readonly MemoryReader _reader;
    private readonly PolicyTrace _trace;
    private readonly ActionTrace? _actionTrace;
    private readonly IOnlineCritic? _critic;
    private readonly RewardBaseline _baseline;
    private readonly LearnedMemories _learned;
    private readonly LearnedRecall? _learnedRecall;
    private readonly Pcg64 _random;
    private readonly float[] _score;
    private readonly float[] _directScore;
    private readonly PolicyStatistics _statistics;
    private RunningMean _error;
    private RunningMean _values;
    private long _steps;
    private long _errors;
    private double _meanSquare;
    private double _value;
    private double _valueThen;
    private double _reward;
    private double _amount;
    private int _action;
    private bool _isPending;
    private bool _continues;

    /// <summary>An agent at its start.</summary>
    /// <exception cref="ArgumentException">A setting is not possible; the message names it.</exception>
    public MemoryAgent(AgentTask task, MemoryAgentSettings settings)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(settings);
        SettingRules.Require(settings);
        _options = settings.Options;
        _seed = task.Seed;
        Pcg64 random = RandomStreams.Initialization(task.Seed);
        var units = settings.Network.Hidden[0];
        RecallReader? recall = settings.Recall is { } recalled
            ? new RecallReader(recalled, View(recalled, task), task, units, random)
            : null;
        var inputs = recall?.CommonSize ?? task.ObservationSize;
        var bank = new MemoryBank(settings.Memory, inputs, units, random);
        SettingRules.RequireRoom(settings.Network.Hidden, bank.Size, task.ActionCount, rows: 1);
        EnergyNetwork<float> network = FreeEnergyNetwork.Create(bank.Size, task.ActionCount, settings.Network, random);
        var tellsActionsApart = settings.Recall?.TellsActionsApart ?? true;
        if (!tellsActionsApart)
        {
            network.Parameters.EditWeights(1).Span.Clear();
        }

        _reader = new MemoryReader(network.Parameters, bank, recall, settings.Network.Temperature);
        _trace = new PolicyTrace(network.Parameters, tellsActionsApart);
        _actionTrace = recall is null ? null : new ActionTrace(recall.Weights);
        _critic =
            _options.Signal is LearningSignal.Reward ? null
            : settings.Critic is { } critic ? new EnergyCritic(bank.Size, critic, random)
            : new LinearCritic(bank.Size + units, _options.CriticRate);
        _baseline = new RewardBaseline(_options.Discount, _options.BaselineRate, countsEnds: false);
        _learned = new LearnedMemories(bank, inputs);
        _learnedRecall = LearnedRecall.Of(recall);
        _random = RandomStreams.Policy(task.Seed);
        _score = new float[task.ActionCount];
        _directScore = new float[task.ActionCount];
        _statistics = new PolicyStatistics(task.ActionCount);
        _reader.Begin();
    }

    /// <summary>Its memories, as they are in its environment.</summary>
    public MemoryBank Memory => _reader.Bank;

    /// <summary>The bytes of what it remembers within an episode: of its memories, and of what it recalls of actions.</summary>
    public int ContentBytes => Memory.ContentBytes + (_reader.Recall?.ContentBytes ?? 0);

    /// <summary>The parameters of its network.</summary>
    public NetworkParameters<float> Parameters => _reader.Parameters;

    /// <inheritdoc/>
    public int EnvironmentCount => 1;

    /// <inheritdoc/>
    public bool IsFinite => TensorPrimitives.IsFiniteAll(Parameters.All);

    /// <inheritdoc/>
    public ImmutableArray<string> DiagnosticNames => ["value", "td_error", .. _statistics.DiagnosticNames];

    /// <inheritdoc/>
    public IRememberingPolicy CreatePolicy() => Lesioned();

    /// <summary>The same with memories that are read as 0 whatever they hold.</summary>
    /// <param name="silenced">Their names in <see cref="MemoryBank.Memories"/>.</param>
    internal MemoryPolicy Lesioned(params IReadOnlyCollection<string> silenced) =>
        new(_reader.Share(silenced), RandomStreams.Policy(_seed));

    /// <inheritdoc/>
    public void Act(ReadOnlyMatrixSpan<float> observations, Span<int> actions)
    {
        Perceive(observations[0]);
        if (_isPending)
        {
            Learn(_value, ended: false, terminated: false);
        }

        _action = CategoricalPolicy.Sample<float>(_reader.Logits, _random, _reader.Probabilities);
        actions[0] = _action;
        Trace(_action);
        _reader.Take(_action);
        _valueThen = _value;
        _critic?.Mark();
        _continues = true;
        _statistics.Observe(_reader.Probabilities);
        _values.Add(_value);
    }

    /// <inheritdoc/>
    public void Observe(in ParallelSteps steps)
    {
        _reward = steps.Rewards[0] * _options.RewardScale;
        var terminated = steps.Terminated[0];
        var ended = terminated || steps.Truncated[0];
        _reader.Recall?.Observe(_action, (ended ? steps.FinalObservations : steps.Observations)[0], steps.Rewards[0]);
        if (!ended)
        {
            _isPending = true;
            return;
        }

        if (!terminated)
        {
            Perceive(steps.FinalObservations[0]);
        }

        Learn(terminated ? 0 : _value, ended: true, terminated);
        _reader.Begin();
        _continues = false;
    }

    private static IActionView View(RecallSettings settings, AgentTask task) =>
        settings.View is RecallView.Levers
            ? LeverView.Of(task)
            : new FlatView(task.ObservationSize, LeverView.StepIn(task));

    private void Perceive(ReadOnlySpan<float> observation)
    {
        _reader.Settle(observation);
        if (_critic is not null)
        {
            Span<float> features = _critic.Features;
            _reader.Bank.Numbers.CopyTo(features);
            if (features.Length > _reader.Bank.Size)
            {
                _reader.Mean.CopyTo(features[_reader.Bank.Size..]);
            }

            _value = _critic.Value();
        }
    }

    // The parameters follow when they are walked over next.
    private void Learn(double next, bool ended, bool terminated)
    {
        var error = _critic is null
            ? _baseline.TemporalDifference(_reward, terminated)
            : _reward + (_options.Discount * next) - _valueThen;
        _critic?.Learn(error);
        _error.Add(Math.Abs(error));
        error = Normalised(error);
        var part = Part();
        _amount = Bounded(_options.LearningRate * part, error) * error;
        _learned.Reinforce((float)error);
        _learnedRecall?.Reinforce((float)error);
        if (ended)
        {
            _learned.EndEpisode(part);
            _learnedRecall?.EndEpisode(part);
        }

        _isPending = false;
        _steps++;
    }

    private double Normalised(double error)
    {
        if (!_options.NormalisesErrors)
        {
            return error;
        }

        _errors++;
        var weight = Math.Max(_options.NormalisationRate, 1.0 / _errors);
        _meanSquare += weight * ((error * error) - _meanSquare);
        return error / Math.Sqrt(_meanSquare + Least);
    }

    private double Bounded(double rate, double error) =>
        _options.StepBound == 0
            ? rate
            : rate
                / Math.Max(
                    1,
                    rate
                        * _options.StepBound
                        * Math.Max(Math.Abs(error), 1)
                        * (_trace.Magnitude + (_actionTrace?.Magnitude ?? 0))
                );

    private double Part() =>
        _options.AnnealingSteps == 0 ? 1 : Math.Max(0, 1 - ((double)_steps / _options.AnnealingSteps));

    private void Trace(int action)
    {
        float[] probabilities = _reader.Probabilities;
        var inverse = 1 / _reader.Temperature;
        var entropy = Entropy(probabilities);
        var worth = _options.LearningRate * Part() * _options.EntropyBonus * inverse;
        for (var other = 0; other < _score.Length; other++)
        {
            double probability = probabilities[other];
            _score[other] = (float)(((other == action ? 1 : 0) - probability) * inverse);
            _directScore[other] =
                probability > 0 ? (float)(-worth * probability * (Math.Log(probability) + entropy)) : 0;
        }

        var decay = _continues ? (float)(_options.Discount * _options.TraceDecay) : 0;
        _trace.Step(_reader.Bank.Numbers, _reader.Hidden, _score, _directScore, decay, (float)_amount);
        _actionTrace?.Step(_reader.Recall!, _reader.Hidden, _score, _directScore, decay, (float)_amount);
        _amount = 0;

        // Memories follow the gradient at their own rate.
        var unscaled = worth > 0 ? (float)(_options.EntropyBonus * inverse / worth) : 0;
        _learned.Trace(Parameters.Weights(0), _trace.Field, _trace.Direct, unscaled, decay);
        _learnedRecall?.Trace(_reader.Hidden, _score, _directScore, unscaled, decay);
    }

    private static double Entropy(ReadOnlySpan<float> probabilities)
    {
        var sum = 0.0;
        foreach (double probability in probabilities)
        {
            sum -= probability > 0 ? probability * Math.Log(probability) : 0;
        }

        return sum;
    }

    /// <inheritdoc/>
    public void TakeDiagnostics(Span<double> values)
    {
        values[0] = _values.Take();
        values[1] = _error.Take();
        _statistics.TakeDiagnostics(values[2..]);
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part(StateVisitor.Parameters, Parameters);
        visitor.Part("memory", _reader.Bank);
        visitor.Numbers("last_state", _reader.Last);
        visitor.Part("trace", _trace);
        if (_actionTrace is not null)
        {
            visitor.Part("recall", _reader.Recall!);
            visitor.Part("action_trace", _actionTrace);
        }

        if (_critic is not null)
        {
            visitor.Part("critic", _critic);
        }

        visitor.Part("baseline", _baseline);
        visitor.Part("random", _random);
        visitor.Number("steps", ref _steps);
        visitor.Number("errors", ref _errors);
        visitor.Number("mean_square", ref _meanSquare);
        visitor.Number("value", ref _valueThen);
        visitor.Number("reward", ref _reward);
        visitor.Number("amount", ref _amount);
        visitor.Number("action", ref _action);
        visitor.Number("is_pending", ref _isPending);
        visitor.Number("continues", ref _continues);
        _error.VisitState(visitor, "error");
        _values.VisitState(visitor, "values");
        visitor.Part("statistics", _statistics);
    }
}
