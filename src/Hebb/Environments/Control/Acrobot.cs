using Hebb.Environments.Scenes;
using Hebb.Numerics;

namespace Hebb.Environments.Control;

/// <summary>
/// Two links that hang from a fixed joint; a torque of -1, 0 or +1 (actions 0, 1, 2) acts at the joint between them.
/// The episode ends when the free end swings one link's length above the fixed joint. No time limit of its own.
/// </summary>
/// <remarks>
/// State: angle of the first link from hanging, angle of the second from the first, in radians, both within pi, and the
/// two angular velocities, in radians a second, within 4 pi and 9 pi. Observation: cosine and sine of each angle, then the velocities.
/// Every step is rewarded -1, but the one that reaches the height 0. Episodes start uniform on [-0.1, 0.1) in each of
/// the four, rounded to float32.
/// Sutton, "Generalization in reinforcement learning" (1996), with the dynamics of Sutton and Barto's book, as in
/// Gymnasium's Acrobot.
/// </remarks>
public sealed class Acrobot() : ControlEnvironment(BareSpecification, StateSize)
{
    private const int StateSize = 4;
    private const int ObservationSize = 6;
    private const int ActionCount = 3;
    private const double TimeStep = 0.2;
    private const double HeightToReach = 1;
    private const double FirstSpeedLimit = 4 * Math.PI;
    private const double SecondSpeedLimit = 9 * Math.PI;
    private const double InitialBound = 0.1;

    private static readonly EnvironmentSpecification BareSpecification = new(
        "Acrobot",
        BoxSpace.Symmetric(1, 1, 1, 1, (float)FirstSpeedLimit, (float)SecondSpeedLimit),
        new DiscreteSpace(ActionCount),
        StepLimit: null,
        SolvedAt: null
    )
    {
        // Three times as fast as its clock, which would look like a film in single pictures.
        StepsPerSecond = 15,
    };

    private protected override void Start(IUniformSource generator, Span<float> observation)
    {
        foreach (ref var component in Numbers.AsSpan())
        {
            component = (float)generator.NextUniform(-InitialBound, InitialBound);
        }

        // Gymnasium's first state is a float32 array, and so are its cosines and sines.
        var (firstSine, firstCosine) = MathF.SinCos((float)Numbers[0]);
        var (secondSine, secondCosine) = MathF.SinCos((float)Numbers[1]);
        observation[0] = firstCosine;
        observation[1] = firstSine;
        observation[2] = secondCosine;
        observation[3] = secondSine;
        observation[4] = (float)Numbers[2];
        observation[5] = (float)Numbers[3];
    }

    /// <inheritdoc/>
    public override StepResult Step(int action, Span<float> observation)
    {
        Require(action, ActionCount, observation, ObservationSize);
        var now = new AcrobotMotion(Numbers[0], Numbers[1], Numbers[2], Numbers[3]);
        var next = AcrobotMotion.Integrate(now, torque: action - 1, TimeStep);

        var firstAngle = Wrap(next.FirstAngle);
        var secondAngle = Wrap(next.SecondAngle);
        var firstVelocity = Math.Clamp(next.FirstVelocity, -FirstSpeedLimit, FirstSpeedLimit);
        var secondVelocity = Math.Clamp(next.SecondVelocity, -SecondSpeedLimit, SecondSpeedLimit);
        Numbers[0] = firstAngle;
        Numbers[1] = secondAngle;
        Numbers[2] = firstVelocity;
        Numbers[3] = secondVelocity;

        var (firstSine, firstCosine) = Math.SinCos(firstAngle);
        var (secondSine, secondCosine) = Math.SinCos(secondAngle);
        observation[0] = (float)firstCosine;
        observation[1] = (float)firstSine;
        observation[2] = (float)secondCosine;
        observation[3] = (float)secondSine;
        observation[4] = (float)firstVelocity;
        observation[5] = (float)secondVelocity;

        var terminated = -firstCosine - Math.Cos(secondAngle + firstAngle) > HeightToReach;
        return Stepped(terminated ? 0 : -1, terminated);
    }

    // Whole turns one by one, as in Gymnasium: a remainder would round otherwise. The speed limits bound them to few.
    private static double Wrap(double angle)
    {
        while (angle > Math.PI)
        {
            angle -= 2 * Math.PI;
        }

        while (angle < -Math.PI)
        {
            angle += 2 * Math.PI;
        }

        return angle;
    }

    private protected override Scene Drawn() =>
        AcrobotScene.Draw(State[0], State[1], AcrobotMotion.Length, HeightToReach);
}
