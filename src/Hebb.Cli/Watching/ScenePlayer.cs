using System.Diagnostics;
using System.Text;
using Hebb.Environments;
using Hebb.Lab.Scenes;

namespace Hebb.Cli.Watching;

/// <summary>
/// Plays an episode on a terminal, in a screen of its own that is gone afterwards; the last frame is then left where the
/// command was typed.
/// </summary>
/// <param name="size">How many columns and rows it has, asked for each frame.</param>
public sealed class ScenePlayer(TextWriter output, SceneInk ink, Func<(int Columns, int Rows)> size)
{
    private const string Clear = "\e[2J";

    // Between the two a terminal that knows them shows nothing, so that no half of a frame is seen.
    private const string BeginFrame = "\e[?2026h";
    private const string EndFrame = "\e[?2026l";

    private (int Columns, int Rows) _drawnOn;

    /// <summary>Plays the episode to its end.</summary>
    /// <param name="stepsPerSecond">How fast; frames that the terminal is too slow for are left out.</param>
    /// <exception cref="OperationCanceledException">It was stopped; the terminal is as it was before.</exception>
    public void Play(
        IEnumerable<EpisodeFrame> episode,
        string title,
        EnvironmentSpecification environment,
        double stepsPerSecond,
        CancellationToken cancellation
    )
    {
        EpisodeFrame? last = null;
        _drawnOn = default;
        output.Show(WatchedTerminal.EnterScreen);
        try
        {
            var started = Stopwatch.GetTimestamp();
            foreach (EpisodeFrame frame in episode)
            {
                cancellation.ThrowIfCancellationRequested();
                last = frame;
                TimeSpan late = Stopwatch.GetElapsedTime(started) - TimeSpan.FromSeconds(frame.Step / stepsPerSecond);
                if (late < TimeSpan.Zero)
                {
                    cancellation.WaitHandle.WaitOne(-late);
                }

                if (frame.Ended || late.TotalSeconds * stepsPerSecond < 1)
                {
                    output.Show(Frame(frame, Caption(title, frame, environment)));
                }
            }
        }
        finally
        {
            output.Show(WatchedTerminal.LeaveScreen);
        }

        if (last is not null)
        {
            Leave(last, Caption(title, last, environment));
        }
    }

    private static string Caption(string title, EpisodeFrame frame, EnvironmentSpecification environment) =>
        $"{title}: {frame.Words(environment)}";

    private string Frame(EpisodeFrame frame, string caption)
    {
        var (columns, rows) = size();
        var text = new StringBuilder(BeginFrame);
        if ((columns, rows) != _drawnOn)
        {
            text.Append(Clear);
            _drawnOn = (columns, rows);
        }

        text.AppendRow(1, WatchedTerminal.Cut(caption, columns));
        var scene = rows > 1 ? TerminalScene.Draw(frame.Scene, columns, rows - 1, ink) : [];
        for (var row = 0; row < scene.Length; row++)
        {
            text.AppendRow(row + 2, scene[row]);
        }

        return text.Append(EndFrame).ToString();
    }

    // Room is left for the caption above and the next prompt below.
    private void Leave(EpisodeFrame frame, string caption)
    {
        var (columns, rows) = size();
        output.WriteLine(WatchedTerminal.Cut(caption, columns));
        foreach (
            var line in TerminalScene.Draw(
                frame.Scene,
                columns,
                TerminalScene.RowsFor(frame.Scene, columns, rows - 2),
                ink
            )
        )
        {
            output.WriteLine(line.TrimEnd());
        }

        output.Flush();
    }
}
