using Hebb.Environments.Scenes;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Environments.Control;

/// <summary>
/// A car too weak to climb the hill before it must swing up: it is pushed left (action 0), not at all (1) or right
/// (2), and the episode ends at the flag on the right. No time limit of its own.
/// </summary>
/// <remarks>
/// State and observation: position on [-1.2, 0.6], velocity on [-0.07, 0.07]. Every step is rewarded -1. Episodes
/// start at rest, uniform on [-0.6, -0.4).
/// A. Moore, "Efficient memory-based learning for robot control" (1990), with the numbers of Gymnasium's MountainCar.
/// </remarks>
public sealed class MountainCar : IEnvironment
{
    private const int ObservationSize = 2;
    private const int ActionCount = 3;
    private const double Force = 0.001;
    private const double Gravity = 0.0025;
    private const double LeftWall = -1.2;
    private const double RightWall = 0.6;
    private const double SpeedLimit = 0.07;
    private const double Goal = 0.5;
    private const double InitialLow = -0.6;
    private const double InitialHigh = -0.4;

    private static readonly EnvironmentSpecification BareSpecification = new(
        "MountainCar",
        new BoxSpace([(float)LeftWall, (float)-SpeedLimit], [(float)RightWall, (float)SpeedLimit]),
        new DiscreteSpace(ActionCount),
        StepLimit: null,
        SolvedAt: null
    );

    private readonly double[] _state = new double[ObservationSize];
    private Pcg64? _source;
    private bool _isRunning;

    /// <inheritdoc/>
    public EnvironmentSpecification Specification => BareSpecification;

    /// <inheritdoc/>
    public ReadOnlySpan<double> State => _state;

    /// <inheritdoc/>
    public void Reset(ulong seed, Span<float> observation)
    {
        _source = new Pcg64(seed);
        Reset(observation);
    }

    /// <inheritdoc/>
    public void Reset(Span<float> observation)
    {
        EpisodeGuard.CheckObservation(observation, ObservationSize);
        Write(EpisodeGuard.RequireSeeded(_source).NextUniform(InitialLow, InitialHigh), 0, observation);
        _isRunning = true;
    }

    /// <inheritdoc/>
    public StepResult Step(int action, Span<float> observation)
    {
        EpisodeGuard.CheckStep(_isRunning, action, ActionCount, observation, ObservationSize);
        var position = _state[0];
        var velocity = _state[1];

        velocity += ((action - 1) * Force) + (Math.Cos(3 * position) * -Gravity);
        velocity = Math.Clamp(velocity, -SpeedLimit, SpeedLimit);
        position = Math.Clamp(position + velocity, LeftWall, RightWall);
        if (position == LeftWall && velocity < 0)
        {
            velocity = 0;
        }

        Write(position, velocity, observation);
        var terminated = position >= Goal && velocity >= 0;
        _isRunning = !terminated;
        return new StepResult(-1, terminated, Truncated: false);
    }

    private void Write(double position, double velocity, Span<float> observation)
    {
        _state[0] = position;
        _state[1] = velocity;
        observation[0] = (float)position;
        observation[1] = (float)velocity;
    }

    /// <inheritdoc/>
    public Scene Draw()
    {
        _ = EpisodeGuard.RequireSeeded(_source);
        return MountainCarScene.Draw(_state[0], Goal);
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("random", EpisodeGuard.RequireSeeded(_source));
        visitor.Numbers<double>("state", _state);
        visitor.Number("is_running", ref _isRunning);
    }
}
