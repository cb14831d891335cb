using Hebb.Environments;
using Hebb.Environments.Scenes;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace OpenCatalogue;

/// <summary>
/// A corridor of cells, slippery in one step of ten. A walker starts in the middle and goes left (action 0) or right (1). The right
/// end pays 1, the left end nothing; at either end the episode is over.
/// </summary>
/// <remarks>State: the cell, counted from the left end. Observation: the same on [-1, 1].</remarks>
public sealed class Corridor : IEnvironment
{
    private const int LastCell = 8;
    private const int ActionCount = 2;
    private const int StepLimit = 50;
    private const double SlipProbability = 0.1;

    private readonly double[] _state = new double[1];
    private Pcg64? _source;
    private bool _isRunning;

    /// <summary>The environment by name, with its time limit.</summary>
    public static EnvironmentEntry Entry { get; } =
        new(
            new TimeLimit<Corridor>(new Corridor(), StepLimit).Specification,
            [EnvironmentEdition.Gymnasium],
            (_, limit) => new TimeLimit<Corridor>(new Corridor(), limit)
        )
        {
            Description = "a slippery corridor, paid at its right end",
            Budget = 5000,
            Returns = (_, _) => new ReturnRange(0, 1),
        };

    /// <inheritdoc/>
    public EnvironmentSpecification Specification { get; } =
        new("Corridor-v0", new BoxSpace([-1], [1]), new DiscreteSpace(ActionCount), StepLimit: null, SolvedAt: 0.95)
        {
            StepsPerSecond = 8,
        };

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
        EpisodeGuard.CheckObservation(observation, size: 1);
        _ = EpisodeGuard.RequireSeeded(_source);
        _state[0] = LastCell / 2;
        _isRunning = true;
        Observe(observation);
    }

    /// <inheritdoc/>
    public StepResult Step(int action, Span<float> observation)
    {
        EpisodeGuard.CheckStep(_isRunning, action, ActionCount, observation, observationSize: 1);
        var slips = _source!.NextDouble() < SlipProbability;
        _state[0] += (action == 1) != slips ? 1 : -1;
        Observe(observation);
        _isRunning = _state[0] is > 0 and < LastCell;
        return new StepResult(_state[0] >= LastCell ? 1 : 0, Terminated: !_isRunning, Truncated: false);
    }

    /// <inheritdoc/>
    public Scene Draw()
    {
        _ = EpisodeGuard.RequireSeeded(_source);
        ScenePoint start = new(0, 0);
        ScenePoint end = new(LastCell, 0);
        return new Scene(
            Left: -1,
            Bottom: -1,
            Width: LastCell + 2,
            Height: 3,
            [
                new SceneSegment(start, end, SceneColor.Ground, 0.1),
                new SceneSegment(end, end.Moved(0, 1.5), SceneColor.Ink, 0.08),
                new ScenePolygon([end.Moved(0, 1.5), end.Moved(0.8, 1.2), end.Moved(0, 0.9)], SceneColor.Goal),
                new SceneDisc(new ScenePoint(_state[0], 0.4), 0.35, SceneColor.Accent),
            ]
        );
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("random", EpisodeGuard.RequireSeeded(_source));
        visitor.Numbers<double>("state", _state);
        visitor.Number("is_running", ref _isRunning);
    }

    private void Observe(Span<float> observation) => observation[0] = (float)((2 * _state[0] / LastCell) - 1);
}
