using Hebb.Environments.Scenes;
using Hebb.Numerics;

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
public sealed class MountainCar() : ControlEnvironment(BareSpecification, ObservationSize)
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

    private protected override void Start(IUniformSource generator, Span<float> observation)
    {
        Write(generator.NextUniform(InitialLow, InitialHigh), 0, observation);
    }

    /// <inheritdoc/>
    public override StepResult Step(int action, Span<float> observation)
    {
        Require(action, ActionCount, observation, ObservationSize);
        var position = Numbers[0];
        var velocity = Numbers[1];

        velocity += ((action - 1) * Force) + (Math.Cos(3 * position) * -Gravity);
        velocity = Math.Clamp(velocity, -SpeedLimit, SpeedLimit);
        position = Math.Clamp(position + velocity, LeftWall, RightWall);
        if (position == LeftWall && velocity < 0)
        {
            velocity = 0;
        }

        Write(position, velocity, observation);
        var terminated = position >= Goal && velocity >= 0;
        return Stepped(-1, terminated);
    }

    private void Write(double position, double velocity, Span<float> observation)
    {
        Numbers[0] = position;
        Numbers[1] = velocity;
        observation[0] = (float)position;
        observation[1] = (float)velocity;
    }

    private protected override Scene Drawn() => MountainCarScene.Draw(State[0], Goal);
}
