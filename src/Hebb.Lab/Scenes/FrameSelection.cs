namespace Hebb.Lab.Scenes;

/// <summary>Chooses the frames of an episode of any length that a picture shows.</summary>
public static class FrameSelection
{
    /// <summary>
    /// Keeps every frame, or every second, fourth, eighth ... one, so that there are no more than some; the first and the last
    /// are among them. No more than that many are held at a time.
    /// </summary>
    /// <param name="episode">The frames; read once.</param>
    /// <param name="most">The most to keep; at least 2.</param>
    public static IReadOnlyList<EpisodeFrame> Keep(IEnumerable<EpisodeFrame> episode, int most)
    {
        ArgumentNullException.ThrowIfNull(episode);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        var kept = new List<EpisodeFrame>();
        var every = 1;
        EpisodeFrame? last = null;
        var number = 0;
        foreach (EpisodeFrame frame in episode)
        {
            last = frame;
            if (number++ % every != 0)
            {
                continue;
            }

            kept.Add(frame);
            if (kept.Count > most)
            {
                kept = Halved(kept);
                every *= 2;
            }
        }

        if (last is not null && kept[^1] != last)
        {
            // The last frame takes the place of the one before it where there is no room for both.
            if (kept.Count == most)
            {
                kept.RemoveAt(most - 1);
            }

            kept.Add(last);
        }

        return kept;
    }

    private static List<EpisodeFrame> Halved(List<EpisodeFrame> frames) =>
        [.. frames.Where((_, index) => index % 2 == 0)];
}
