using Hebb.Cli.Consoles;
using Hebb.Environments;
using Hebb.Lab.Scenes;

namespace Hebb.Cli.Watching;

/// <summary>One episode, played on the terminal, into a picture, or both.</summary>
/// <param name="Seed">The seed of the episode; null for the subject's own.</param>
/// <param name="Picture">The picture to write; null for none.</param>
/// <param name="IsLive">Whether it is played on the Terminal.</param>
/// <param name="StepsPerSecond">How fast it is played; null for the environment's own pace.</param>
/// <param name="Width">The width of the scene in the picture, in pixels.</param>
/// <param name="Samples">Whether the agent acts as it does while it learns.</param>
internal sealed record EnjoySession(
    ulong? Seed,
    string? Picture,
    bool IsLive,
    double? StepsPerSecond,
    int Frames,
    int Width,
    bool Samples,
    Terminal Terminal
)
{
    /// <summary>Refuses what cannot be shown or written, before anything is played.</summary>
    /// <param name="isForced">Whether a picture that exists is to be replaced.</param>
    /// <exception cref="InputException">It cannot.</exception>
    public void Prepare(bool isForced)
    {
        if (IsLive && !Terminal.IsLive)
        {
            throw new InputException("--live: standard output is no terminal; --out FILE.png writes a picture instead");
        }

        if (Picture is { } picture)
        {
            PictureOption.Prepare(picture, isForced);
        }
    }

    /// <summary>Plays the episode.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; no picture was written.</exception>
    public void Play(EnjoySubject subject, CancellationToken cancellation)
    {
        EnvironmentSpecification environment = subject.Environment.Specification;
        var stepsPerSecond = StepsPerSecond ?? environment.StepsPerSecond;
        var selection = new FrameSelection(Frames);
        var episode = Watched(subject, selection, cancellation);
        if (IsLive)
        {
            var player = new ScenePlayer(Terminal.Lines, SceneInk.Of(Terminal), () => Terminal.Size);
            player.Play(episode, subject.Title, environment, stepsPerSecond, cancellation);
        }
        else
        {
            EpisodeFrame last = episode.Last();
            Terminal.Lines.WriteLine($"{subject.Title}: {last.Words(environment)}");
        }

        if (Picture is { } picture)
        {
            var frames = selection.Frames;
            PictureOption.Write(
                picture,
                path =>
                    EpisodePicture.Write(path, subject.Title, environment, frames, stepsPerSecond, Width, cancellation)
            );
            Terminal.Lines.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Written: {picture}, {frames.Count} frames, {new FileInfo(picture).Length / 1000:#,0} kB. Browsers play it."
                )
            );
        }
    }

    private IEnumerable<EpisodeFrame> Watched(
        EnjoySubject subject,
        FrameSelection selection,
        CancellationToken cancellation
    )
    {
        var player = new EpisodePlayer(subject.Agent, subject.Environment) { Samples = Samples };
        foreach (EpisodeFrame frame in player.Play(Seed ?? subject.Seed, cancellation))
        {
            selection.Add(frame);
            yield return frame;
        }
    }
}
