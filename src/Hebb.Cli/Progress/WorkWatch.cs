using System.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hebb.Cli.Progress;

/// <summary>Looks at work until it has ended, well or not; what it threw is the caller's.</summary>
internal static class WorkWatch
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>Draws it anew on a terminal, for the last time when it has ended.</summary>
    /// <param name="isCleared">Whether the drawing is gone after that.</param>
    public static void Live(IAnsiConsole console, Task work, Func<IRenderable> draw, bool isCleared = false) =>
        console
            .Live(draw())
            .AutoClear(isCleared)
            .Start(live =>
            {
                bool ended;
                do
                {
                    ended = Task.WaitAny([work], Refresh) == 0;
                    live.UpdateTarget(draw());
                } while (!ended);
            });

    /// <summary>Has lines written: what is new at once, how it stands every ten seconds.</summary>
    /// <param name="writeNew">Writes what is new; tells whether how it stands can wait as long again.</param>
    /// <param name="writeState">Writes how it stands after so long.</param>
    public static void Plain(Task work, Func<bool> writeNew, Action<TimeSpan> writeState)
    {
        var begun = Stopwatch.GetTimestamp();
        TimeSpan next = Interval;
        bool ended;
        do
        {
            ended = Task.WaitAny([work], Poll) == 0;
            TimeSpan elapsed = Stopwatch.GetElapsedTime(begun);
            if (writeNew())
            {
                next = elapsed + Interval;
            }

            if (!ended && elapsed >= next)
            {
                next += Interval;
                writeState(elapsed);
            }
        } while (!ended);
    }

    /// <summary>A bar, as the console's markup.</summary>
    /// <param name="width">How wide it is, in letters.</param>
    public static string Bar(long done, long amount, int width, string color = "blue")
    {
        var filled = (int)(width * done / Math.Max(1, amount));
        return $"[{color}]{new string('█', filled)}[/][grey]{new string('░', width - filled)}[/]";
    }
}
