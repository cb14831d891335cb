using Hebb.Networks.Recurrent;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Recurrent;

/// <summary>The hidden units of a network in one episode, and what they owe to its weights, from step to step.</summary>
internal sealed class OnlineMemory : IStateful
{
    private readonly RecurrentParameters _parameters;
    private readonly LeakyCell<float> _cell;
    private readonly OnlineSensitivity<float> _sensitivity;
    private readonly AlignedMatrix<float> _inputs;
    private readonly AlignedMatrix<float> _before;
    private readonly AlignedMatrix<float> _hidden;
    private readonly AlignedMatrix<float> _ahead;
    private readonly AlignedMatrix<float> _saved;

    /// <summary>A memory of nothing.</summary>
    /// <param name="parameters">Those that it follows, as they are at every step.</param>
    /// <param name="cell">A cell for it alone.</param>
    /// <param name="rule">How it knows what the weights did.</param>
    public OnlineMemory(RecurrentParameters parameters, LeakyCell<float> cell, OnlineRule rule)
    {
        _parameters = parameters;
        _cell = cell;
        _sensitivity =
            rule is OnlineRule.Rtrl ? new RealTimeSensitivity<float>(cell) : new LocalSensitivity<float>(cell);
        _inputs = new AlignedMatrix<float>(1, cell.InputSize);
        _before = new AlignedMatrix<float>(1, cell.StateSize);
        _hidden = new AlignedMatrix<float>(1, cell.StateSize);
        _ahead = new AlignedMatrix<float>(1, cell.StateSize);
        _saved = new AlignedMatrix<float>(1, cell.SavedSize);
    }

    /// <summary>The hidden units after the last observation.</summary>
    public ReadOnlyMatrixSpan<float> Hidden => _hidden.All;

    private Span<float> OfCell => _parameters.OfCell(_parameters.All);

    /// <summary>Forgets all, and takes in the first observation of an episode.</summary>
    public void Begin(ReadOnlySpan<float> observation)
    {
        _hidden.Span.Clear();
        _sensitivity.Clear();
        Follow(observation);
    }

    /// <summary>Takes in an observation.</summary>
    public void Follow(ReadOnlySpan<float> observation)
    {
        Step(observation, _hidden);
        _sensitivity.Follow(OfCell, View(_hidden));
    }

    /// <summary>The hidden units that an observation would lead to; it is not taken in.</summary>
    public ReadOnlyMatrixSpan<float> LookAhead(ReadOnlySpan<float> observation)
    {
        Step(observation, _ahead);
        return _ahead.All;
    }

    /// <summary>Adds to slopes of the cell's parameters what slopes of the hidden units ask for.</summary>
    public void AddGradient(ReadOnlySpan<float> slopes, Span<float> gradient) =>
        _sensitivity.AddGradient(slopes, gradient);

    private void Step(ReadOnlySpan<float> observation, AlignedMatrix<float> after)
    {
        _hidden.Span.CopyTo(_before.Span);
        observation.CopyTo(_inputs[0]);
        _cell.Forward(OfCell, View(after));
    }

    private RecurrentStep<float> View(AlignedMatrix<float> after) =>
        new()
        {
            Inputs = _inputs.All,
            Before = _before.All,
            After = after.All,
            Saved = _saved.All,
            Errors = default,
        };

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Matrix("hidden", _hidden.All);
        visitor.Part("sensitivity", _sensitivity);
    }
}
