using Hebb.Environments;
using SkiaSharp;

namespace Hebb.Lab.Scenes;

/// <summary>An episode as an animated picture in a file.</summary>
public static class EpisodePicture
{
    /// <summary>The most frames that are kept where nothing else is asked for: 500 steps and the state before them.</summary>
    public const int StandardFrames = 501;

    private static readonly TimeSpan LastFrame = TimeSpan.FromSeconds(1);

    /// <summary>Writes the picture, whole or not at all; the same frames give the same bytes.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="title">What is seen, such as <c>ppo-ep in CartPole-v1, seed 0</c>.</param>
    /// <param name="frames">The frames in their order, at least one; see <see cref="FrameSelection"/>.</param>
    /// <param name="width">The greatest width of the scene in the picture, in pixels; its greatest height is in proportion.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(
        string path,
        string title,
        EnvironmentSpecification environment,
        IReadOnlyList<EpisodeFrame> frames,
        double stepsPerSecond,
        int width = ScenePainter.StandardWidth,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepsPerSecond);
        WholeFile.Write(path, stream => Write(stream, title, environment, frames, stepsPerSecond, width, cancellation));
    }

    /// <summary>Writes one frame as a picture that does not move, whole or not at all.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteFrame(string path, string title, EnvironmentSpecification environment, EpisodeFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        using var painter = ScenePainter.Fitting(frame.Scene);
        WholeFile.Write(path, stream => painter.WritePng(frame.Scene, title, frame.Words(environment), stream));
    }

    private static void Write(
        Stream stream,
        string title,
        EnvironmentSpecification environment,
        IReadOnlyList<EpisodeFrame> frames,
        double stepsPerSecond,
        int width,
        CancellationToken cancellation
    )
    {
        using var painter = ScenePainter.Fitting(
            frames[0].Scene,
            width,
            width * ScenePainter.StandardHeight / ScenePainter.StandardWidth
        );
        painter.LongestWords = frames.Select(frame => frame.Words(environment)).MaxBy(words => words.Length)!;
        using var picture = new AnimatedPicture(stream, frames.Count);
        for (var index = 0; index < frames.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            EpisodeFrame frame = frames[index];
            TimeSpan time =
                index + 1 < frames.Count
                    ? TimeSpan.FromSeconds((frames[index + 1].Step - frame.Step) / stepsPerSecond)
                    : LastFrame;
            using SKBitmap painted = painter.Paint(frame.Scene, title, frame.Words(environment));
            picture.Add(painted, time);
        }
    }
}
