namespace Hebb.Agents.Memory;

/// <summary>Any observation as it is: all of it concerns all actions.</summary>
/// <param name="size">Numbers in an observation.</param>
/// <param name="step">Which of them is the step within an attempt, 0 at its beginning; null where an episode is one attempt.</param>
internal sealed class FlatView(int size, int? step) : IActionView
{
    public int CommonSize => size;

    public int ActionSize => 0;

    public int PoolCount => 0;

    public void Common(ReadOnlySpan<float> observation, Span<float> numbers) => observation.CopyTo(numbers);

    public void Action(ReadOnlySpan<float> observation, int action, Span<float> numbers) { }

    public bool IsIn(ReadOnlySpan<float> observation, int action, int pool) => false;

    public bool BeginsAttempt(ReadOnlySpan<float> observation) => step is { } place && observation[place] == 0;

    public bool HasChanged(ReadOnlySpan<float> before, ReadOnlySpan<float> after) =>
        !before[..(step ?? size)].SequenceEqual(after[..(step ?? size)]);
}
