using Hebb.Environments.Scenes;
using Hebb.Numerics;

namespace Hebb.Environments.Control;

/// <summary>
/// A pole hinged on a cart that is pushed left (action 0) or right (action 1); the episode ends when the cart is
/// more than 2.4 metres from the centre or the pole more than 12 degrees from upright. No time limit of its own.
/// </summary>
/// <remarks>
/// State and observation: cart position in metres, its velocity in metres a second, pole angle in radians, its velocity
/// in radians a second. Every step, the last included, is rewarded 1. Episodes start uniform on [-0.05, 0.05) in each of the four.
/// Barto, Sutton and Anderson, "Neuronlike adaptive elements that can solve difficult learning control problems"
/// (1983), without friction, by explicit Euler steps of 0.02 s as in Gymnasium's CartPole.
/// </remarks>
public sealed class CartPole : ControlEnvironment
{
    private const int ObservationSize = 4;
    private const int ActionCount = 2;
    private const double Gravity = 9.8;
    private const double CartMass = 1.0;
    private const double PoleMass = 0.1;
    private const double TotalMass = PoleMass + CartMass;
    private const double PoleHalfLength = 0.5;
    private const double PoleMoment = PoleMass * PoleHalfLength;
    private const double Force = 10.0;
    private const double TimeStep = 0.02;
    private const double PositionLimit = 2.4;
    private const double AngleLimit = 12 * 2 * Math.PI / 360;
    private const double InitialBound = 0.05;

    private static readonly EnvironmentSpecification BareSpecification = new(
        "CartPole",
        BoxSpace.Symmetric(
            (float)(2 * PositionLimit),
            float.PositiveInfinity,
            (float)(2 * AngleLimit),
            float.PositiveInfinity
        ),
        new DiscreteSpace(ActionCount),
        StepLimit: null,
        SolvedAt: null
    )
    {
        StepsPerSecond = 1 / TimeStep,
    };

    private readonly EnvironmentEdition _edition;

    /// <summary>An environment that is still to be reset.</summary>
    /// <param name="edition">
    /// Whose arithmetic and seeding to follow. The editions associate two products differently, so their
    /// trajectories part in the last bits.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="edition"/> is not a defined value.</exception>
    public CartPole(EnvironmentEdition edition = EnvironmentEdition.Gymnasium)
        : base(BareSpecification, ObservationSize)
    {
        if (!Enum.IsDefined(edition))
        {
            throw new ArgumentOutOfRangeException(nameof(edition), edition, "There is no such edition of CartPole.");
        }

        _edition = edition;
    }

    private protected override IUniformSource Seeded(ulong seed) =>
        _edition == EnvironmentEdition.Gymnasium ? base.Seeded(seed) : Gym0109Seeding.CreateGenerator(seed);

    private protected override void Start(IUniformSource generator, Span<float> observation)
    {
        for (var index = 0; index < Numbers.Length; index++)
        {
            Numbers[index] = generator.NextUniform(-InitialBound, InitialBound);
            observation[index] = (float)Numbers[index];
        }
    }

    /// <inheritdoc/>
    public override StepResult Step(int action, Span<float> observation)
    {
        Require(action, ActionCount, observation, ObservationSize);
        var position = Numbers[0];
        var velocity = Numbers[1];
        var angle = Numbers[2];
        var angularVelocity = Numbers[3];

        var force = action == 1 ? Force : -Force;
        var (sine, cosine) = Math.SinCos(angle);

        // Floating-point products are not associative: each edition keeps the order of its original.
        double centrifugal;
        double poleShare;
        if (_edition == EnvironmentEdition.Gymnasium)
        {
            centrifugal = PoleMoment * (angularVelocity * angularVelocity) * sine;
            poleShare = PoleMass * (cosine * cosine) / TotalMass;
        }
        else
        {
            centrifugal = PoleMoment * angularVelocity * angularVelocity * sine;
            poleShare = PoleMass * cosine * cosine / TotalMass;
        }

        var drive = (force + centrifugal) / TotalMass;
        var angularAcceleration = ((Gravity * sine) - (cosine * drive)) / (PoleHalfLength * ((4.0 / 3.0) - poleShare));
        var acceleration = drive - (PoleMoment * angularAcceleration * cosine / TotalMass);

        // Explicit Euler: positions move by the old velocities.
        position += TimeStep * velocity;
        velocity += TimeStep * acceleration;
        angle += TimeStep * angularVelocity;
        angularVelocity += TimeStep * angularAcceleration;

        Numbers[0] = position;
        Numbers[1] = velocity;
        Numbers[2] = angle;
        Numbers[3] = angularVelocity;
        observation[0] = (float)position;
        observation[1] = (float)velocity;
        observation[2] = (float)angle;
        observation[3] = (float)angularVelocity;

        var terminated = Math.Abs(position) > PositionLimit || Math.Abs(angle) > AngleLimit;
        return Stepped(1, terminated);
    }

    private protected override Scene Drawn() =>
        CartPoleScene.Draw(State[0], State[2], 2 * PoleHalfLength, PositionLimit, AngleLimit);
}
