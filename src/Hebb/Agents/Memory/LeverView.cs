namespace Hebb.Agents.Memory;

/// <summary>
/// A room of levers as objects: of all actions, the step, the lock of the door and whether a solution was found; of an action,
/// whether it is upon the door, pushes, pulls, and whether its lever is grey and pushed. No lever is told from another: what was learned
/// of one serves all.
/// </summary>
/// <remarks>
/// The observation is OpenLock's with its step and its solutions found: pulled (a number a position), grey (the same), locked, open,
/// step, found. Two groups of actions are looked at together: those that push a lever, and those that push a lever that is pushed.
/// </remarks>
internal sealed class LeverView : IActionView
{
    private const string OpenLockName = "OpenLock-";

    private readonly int _positions;

    private LeverView(int positions) => _positions = positions;

    public int CommonSize => 3;

    public int ActionSize => 5;

    public int PoolCount => 2;

    private int Locked => 2 * _positions;

    private int Step => (2 * _positions) + 2;

    private int Found => (2 * _positions) + 3;

    private int Door => 2 * _positions;

    /// <summary>Where the step is observed in a room of levers whose step and solutions are; null elsewhere.</summary>
    public static int? StepIn(AgentTask task) => IsFor(task) ? task.ObservationSize - 2 : null;

    /// <summary>Whether a task is a room of levers whose step and solutions are observed.</summary>
    public static bool IsFor(AgentTask task) =>
        task.Environment.Name.StartsWith(OpenLockName, StringComparison.Ordinal)
        && task.ActionCount % 2 == 1
        && task.ObservationSize == task.ActionCount + 3;

    /// <summary>The view of a task.</summary>
    /// <exception cref="ArgumentException">It is no room of levers, or its step and solutions are not observed.</exception>
    public static LeverView Of(AgentTask task) =>
        IsFor(task)
            ? new LeverView((task.ActionCount - 1) / 2)
            : throw new ArgumentException(
                $"Recall.View: levers; {task.Environment.Name} is observed by {task.ObservationSize} numbers, and a room of levers whose step and solutions are observed (environment.options.observesStep, observesFound) is needed",
                nameof(task)
            );

    public void Common(ReadOnlySpan<float> observation, Span<float> numbers)
    {
        numbers[0] = observation[Step];
        numbers[1] = observation[Locked];
        numbers[2] = observation[Found] > 0 ? 1 : 0;
    }

    public void Action(ReadOnlySpan<float> observation, int action, Span<float> numbers)
    {
        numbers.Clear();
        if (action == Door)
        {
            numbers[0] = 1;
            return;
        }

        var position = action % _positions;
        numbers[action < _positions ? 1 : 2] = 1;
        numbers[3] = observation[_positions + position];
        numbers[4] = IsPushed(observation, position) ? 1 : 0;
    }

    public bool IsIn(ReadOnlySpan<float> observation, int action, int pool) =>
        action < _positions && (pool == 0 || IsPushed(observation, action));

    public bool BeginsAttempt(ReadOnlySpan<float> observation) => observation[Step] == 0;

    public bool HasChanged(ReadOnlySpan<float> before, ReadOnlySpan<float> after) =>
        !before[..Step].SequenceEqual(after[..Step]);

    private bool IsPushed(ReadOnlySpan<float> observation, int position) =>
        observation[_positions + position] > 0 && observation[position] == 0;
}
