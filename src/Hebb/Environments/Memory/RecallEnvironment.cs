using Hebb.Numerics;

namespace Hebb.Environments.Memory;

/// <summary>
/// A task in which something is observed step by step, whatever the actions are, and the last action is the answer to a question
/// about it: +1 if it is right, -1 if not. All actions before it are rewarded 0.
/// </summary>
/// <remarks>The first number of the state is the count of actions taken.</remarks>
internal abstract class RecallEnvironment : MemoryEnvironment
{
    private readonly int _steps;

    /// <summary>Makes it, still to be reset.</summary>
    /// <param name="specification">What it is; its step limit is the length of every episode.</param>
    /// <param name="stateSize">How many numbers its state has, the count of actions included.</param>
    protected RecallEnvironment(EnvironmentSpecification specification, int stateSize)
        : base(specification, stateSize) => _steps = specification.StepLimit!.Value;

    /// <summary>How many actions were taken.</summary>
    protected int Time => (int)Numbers[0];

    /// <inheritdoc/>
    protected override bool HasPossibleState => IsWhole(Numbers[0], 0, IsRunning ? _steps - 1 : _steps);

    /// <inheritdoc/>
    protected override void Begin(Pcg64 random, Span<float> observation)
    {
        Numbers[0] = 0;
        Compose(random);
        Observe(0, random, observation);
    }

    /// <inheritdoc/>
    protected override double Act(int action, Pcg64 random, Span<float> observation, out bool terminated)
    {
        var time = Time + 1;
        Numbers[0] = time;
        Observe(time, random, observation);
        terminated = time == _steps;
        return !terminated ? 0
            : IsRight(action) ? 1
            : -1;
    }

    /// <summary>Draws what the episode is about, into the numbers after the first.</summary>
    protected abstract void Compose(Pcg64 random);

    /// <summary>Observes what is there after some actions.</summary>
    /// <param name="time">How many were taken: 0 at the reset; as many as an episode has after the answer.</param>
    /// <param name="observation">Zeros.</param>
    protected abstract void Observe(int time, Pcg64 random, Span<float> observation);

    /// <summary>Whether an action is the right answer.</summary>
    protected abstract bool IsRight(int action);
}
