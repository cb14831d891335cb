using Hebb.Environments.Scenes;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Environments.Control;

/// <summary>
/// A pole hinged on a cart that is pushed left (action 0) or right (action 1); the episode ends when the cart is
/// more than 2.4 from the centre or the pole more than 12 degrees from upright. No time limit of its own.
/// </summary>
/// <remarks>
/// State and observation: cart position, cart velocity, pole angle in radians, pole angular velocity. Every step,
/// the last included, is rewarded 1. Episodes start uniform on [-0.05, 0.05) in each of the four.
/// Barto, Sutton and Anderson, "Neuronlike adaptive elements that can solve difficult learning control problems"
/// (1983), without friction, by explicit Euler steps of 0.02 s as in Gymnasium's CartPole.
/// </remarks>
public sealed class CartPole : IEnvironment
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
    private readonly double[] _state = new double[ObservationSize];
    private IUniformSource? _source;
    private bool _isRunning;

    /// <summary>An environment that is still to be reset.</summary>
    /// <param name="edition">
    /// Whose arithmetic and seeding to follow. The editions associate two products differently, so their
    /// trajectories part in the last bits.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="edition"/> is not a defined value.</exception>
    public CartPole(EnvironmentEdition edition = EnvironmentEdition.Gymnasium)
    {
        if (!Enum.IsDefined(edition))
        {
            throw new ArgumentOutOfRangeException(nameof(edition), edition, "There is no such edition of CartPole.");
        }

        _edition = edition;
    }

    /// <inheritdoc/>
    public EnvironmentSpecification Specification => BareSpecification;

    /// <inheritdoc/>
    public ReadOnlySpan<double> State => _state;

    /// <inheritdoc/>
    public void Reset(ulong seed, Span<float> observation)
    {
        _source = _edition == EnvironmentEdition.Gymnasium ? new Pcg64(seed) : Gym0109Seeding.CreateGenerator(seed);
        Reset(observation);
    }

    /// <inheritdoc/>
    public void Reset(Span<float> observation)
    {
        EpisodeGuard.CheckObservation(observation, ObservationSize);
        var generator = EpisodeGuard.RequireSeeded(_source);
        for (var index = 0; index < _state.Length; index++)
        {
            _state[index] = generator.NextUniform(-InitialBound, InitialBound);
            observation[index] = (float)_state[index];
        }

        _isRunning = true;
    }

    /// <inheritdoc/>
    public StepResult Step(int action, Span<float> observation)
    {
        EpisodeGuard.CheckStep(_isRunning, action, ActionCount, observation, ObservationSize);
        var position = _state[0];
        var velocity = _state[1];
        var angle = _state[2];
        var angularVelocity = _state[3];

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

        _state[0] = position;
        _state[1] = velocity;
        _state[2] = angle;
        _state[3] = angularVelocity;
        observation[0] = (float)position;
        observation[1] = (float)velocity;
        observation[2] = (float)angle;
        observation[3] = (float)angularVelocity;

        var terminated = Math.Abs(position) > PositionLimit || Math.Abs(angle) > AngleLimit;
        _isRunning = !terminated;
        return new StepResult(1, terminated, Truncated: false);
    }

    /// <inheritdoc/>
    public Scene Draw()
    {
        _ = EpisodeGuard.RequireSeeded(_source);
        return CartPoleScene.Draw(_state[0], _state[2], 2 * PoleHalfLength, PositionLimit, AngleLimit);
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
