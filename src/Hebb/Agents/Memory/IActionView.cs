namespace Hebb.Agents.Memory;

/// <summary>How an observation is taken apart: what concerns all actions, what concerns each, and what an attempt is.</summary>
internal interface IActionView
{
    /// <summary>How many numbers concern all actions.</summary>
    int CommonSize { get; }

    /// <summary>How many numbers concern an action; may be 0.</summary>
    int ActionSize { get; }

    /// <summary>How many groups of actions are looked at together; may be 0.</summary>
    int PoolCount { get; }

    /// <summary>What concerns all actions.</summary>
    /// <param name="numbers">Receives <see cref="CommonSize"/> numbers.</param>
    void Common(ReadOnlySpan<float> observation, Span<float> numbers);

    /// <summary>What concerns an action.</summary>
    /// <param name="numbers">Receives <see cref="ActionSize"/> numbers.</param>
    void Action(ReadOnlySpan<float> observation, int action, Span<float> numbers);

    /// <summary>Whether an action belongs to a group.</summary>
    /// <param name="pool">From 0 to <see cref="PoolCount"/> - 1.</param>
    bool IsIn(ReadOnlySpan<float> observation, int action, int pool);

    /// <summary>Whether an attempt begins with an observation.</summary>
    bool BeginsAttempt(ReadOnlySpan<float> observation);

    /// <summary>Whether something is other than before.</summary>
    bool HasChanged(ReadOnlySpan<float> before, ReadOnlySpan<float> after);
}
