using Hebb.Environments;
using Hebb.Environments.Scenes;

namespace Hebb.Lab.Scenes;

/// <summary>
/// Chooses the frames of an episode of any length that a picture shows: every one, or every second, fourth, eighth ... one, so
/// that there are no more than some; the first and the last are among them. No more than that many are held at a time.
/// </summary>
public sealed class FrameSelection
{
    private readonly int _most;
    private readonly List<EpisodeFrame> _kept = [];
    private EpisodeFrame? _last;
    private int _every = 1;
    private int _seen;

    /// <summary>Begins with no frames.</summary>
    /// <param name="most">The most to keep; at least 2.</param>
    public FrameSelection(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        _most = most;
    }

    /// <summary>The frames chosen so far.</summary>
    public IReadOnlyList<EpisodeFrame> Frames =>
        // The last frame takes the place of the one before it where there is no room for both.
        _last is null
        || _kept[^1] == _last
            ? [.. _kept]
            : [.. _kept.Take(_most - 1), _last];

    /// <summary>Is shown the next frame.</summary>
    public void Add(EpisodeFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        _last = frame;
        if (_seen++ % _every != 0)
        {
            return;
        }

        _kept.Add(frame);
        if (_kept.Count > _most)
        {
            Halve();
        }
    }

    private void Halve()
    {
        _every *= 2;
        for (var index = 0; 2 * index < _kept.Count; index++)
        {
            _kept[index] = _kept[2 * index];
        }

        _kept.RemoveRange((_kept.Count + 1) / 2, _kept.Count / 2);
    }
}

/// <summary>One moment of an episode.</summary>
/// <param name="Scene">What the environment looks like.</param>
/// <param name="Step">The steps taken so far; 0 for the state that the episode begins in.</param>
/// <param name="Return">The sum of their rewards.</param>
/// <param name="Ended">Whether the episode is over.</param>
public sealed record EpisodeFrame(Scene Scene, int Step, double Return, bool Ended)
{
    /// <summary>The progress of the episode, in words: <c>step 132 of 500, return 132</c>.</summary>
    /// <param name="environment">The environment; its time limit is shown.</param>
    public string Words(EnvironmentSpecification environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var limit = environment.StepLimit is { } steps ? $" of {steps}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"step {Step}{limit}, return {Return:0.###}");
    }
}
