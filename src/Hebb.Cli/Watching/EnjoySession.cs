using Hebb.Cli.Consoles;
using Hebb.Environments;
using Hebb.Lab.Scenes;

namespace Hebb.Cli.Watching;

/// <summary>One episode, played on the terminal, into a picture, or both.</summary>
internal sealed class EnjoySession(EnjoyOptions options, Terminal terminal)
{
    /// <summary>Refuses what cannot be shown or written, before anything is played.</summary>
    /// <param name="isForced">Whether a picture that exists is to be replaced.</param>
    /// <exception cref="InputException">It cannot.</exception>
    public void Prepare(bool isForced)
    {
        if (options.IsLive && !terminal.IsLive)
        {
            throw new InputException("--live: standard output is no terminal; --out FILE.png writes a picture instead");
        }

        if (options.Picture is { } picture)
        {
            PictureOption.Prepare(picture, isForced);
        }
    }

    /// <summary>Plays the episode.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; no picture was written.</exception>
    public void Play(EnjoySubject subject, CancellationToken cancellation)
    {
        EnvironmentSpecification environment = subject.Environment.Specification;
        var stepsPerSecond = options.StepsPerSecond ?? environment.StepsPerSecond;
        var selection = new FrameSelection(options.Frames);
        var episode = Watched(subject, selection, cancellation);
        if (options.IsLive)
        {
            var player = new ScenePlayer(terminal.Lines, SceneInk.Of(terminal), () => terminal.Size);
            player.Play(episode, subject.Title, environment, stepsPerSecond, cancellation);
        }
        else
        {
            EpisodeFrame last = episode.Last();
            terminal.Lines.WriteLine($"{subject.Title}: {last.Words(environment)}");
        }

        if (options.Picture is { } picture)
        {
            var frames = selection.Frames;
            PictureOption.Write(
                picture,
                path =>
                    EpisodePicture.Write(
                        path,
                        subject.Title,
                        environment,
                        frames,
                        stepsPerSecond,
                        options.Width,
                        cancellation
                    )
            );
            terminal.Lines.WriteLine(
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
        var player = new EpisodePlayer(subject.Agent, subject.Environment) { Samples = options.Samples };
        foreach (EpisodeFrame frame in player.Play(options.Seed ?? subject.Seed, cancellation))
        {
            selection.Add(frame);
            yield return frame;
        }
    }
}
