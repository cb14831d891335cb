using Hebb.Cli.Consoles;
using Hebb.Cli.Watching;

namespace Hebb.Cli.Playing;

/// <summary>A game over plain input and output: one action per line, and one line of output for each.</summary>
internal sealed class OpenLockLines(TextReader input, TextWriter output)
{
    // Enough for the words of a longer line to be recognised in the message.
    private const int LongestShown = 40;

    /// <summary>Plays until the trial is over, the player leaves or the input ends.</summary>
    /// <exception cref="InputException">A line is no action.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task Play(OpenLockGame game, CancellationToken cancellation)
    {
        output.WriteLine($"OpenLock. {game.Task}");
        output.WriteLine($"An action a line: {RoomKeys.Words}.");
        var (columns, rows) = WatchedTerminal.Standard;
        foreach (var line in OpenLockView.Draw(game, columns, rows - 2, SceneInk.Plain))
        {
            output.WriteLine(line.TrimEnd());
        }

        for (var number = 1; !game.IsOver && await Read(cancellation) is { } line; number++)
        {
            var typed = line.Trim();
            if (RoomKeys.IsQuit(typed))
            {
                break;
            }

            if (typed.Length > 0)
            {
                var action =
                    RoomKeys.ActionOf(typed)
                    ?? throw new InputException($"Line {number}, '{Shown(typed)}', is no action: {RoomKeys.Words}");
                var told = game.Act(action);
                output.WriteLine($"attempt {game.Attempt}, {told}");
            }
        }

        foreach (var line in game.Ending())
        {
            output.WriteLine(line);
        }
    }

    // On another thread: a console that is read cannot be stopped.
    private Task<string?> Read(CancellationToken cancellation) =>
        Task.Run(input.ReadLine, CancellationToken.None).WaitAsync(cancellation);

    private static string Shown(string typed) =>
        typed.Length <= LongestShown ? typed : string.Concat(typed.AsSpan(0, LongestShown), "...");
}
