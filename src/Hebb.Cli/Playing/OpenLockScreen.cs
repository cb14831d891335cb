using System.Text;
using Hebb.Cli.Consoles;
using Hebb.Cli.Watching;

namespace Hebb.Cli.Playing;

/// <summary>
/// A game on a terminal, key by key, in a screen of its own that is gone afterwards; the result of the trial is then left where
/// the command was typed.
/// </summary>
/// <param name="pressed">Takes the next key that was pressed; null where there is none.</param>
internal sealed class OpenLockScreen(Terminal terminal, Func<char?> pressed)
{
    private const string EraseBelow = "\e[J";

    // Below the room: the attempt's actions, what was told, and the keys.
    private const int WordRows = 4;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    private readonly TextWriter _output = terminal.Lines;
    private readonly SceneInk _ink = SceneInk.Of(terminal);

    /// <summary>Plays until the trial is over or the player leaves.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; the terminal is as it was before.</exception>
    public void Play(OpenLockGame game, CancellationToken cancellation)
    {
        _output.Show($"{WatchedTerminal.EnterScreen}\e[2J");
        try
        {
            var told = game.Task;
            while (!game.IsOver && ReadKey(game, told, cancellation) is { } key && !RoomKeys.IsQuit(key))
            {
                if (game.AttemptEnded)
                {
                    // Whatever key it was: it has only said that the ended attempt was seen.
                    game.Continue();
                    told = $"Attempt {game.Attempt}.";
                }
                else
                {
                    told = RoomKeys.ActionOf(key) is { } action ? game.Act(action) : "That key does nothing here.";
                }
            }
        }
        finally
        {
            _output.Show(WatchedTerminal.LeaveScreen);
        }

        var (columns, rows) = terminal.Size;
        foreach (var line in OpenLockView.Draw(game, columns, rows - game.Ending().Count() - 1, _ink))
        {
            _output.WriteLine(line.TrimEnd());
        }

        foreach (var line in game.Ending())
        {
            _output.WriteLine(line);
        }
    }

    // Looks for a key again and again: a read that waits could not be stopped. A terminal of another size is drawn anew.
    private string ReadKey(OpenLockGame game, string told, CancellationToken cancellation)
    {
        (int, int) drawnOn = default;
        char? key;
        while ((key = pressed()) is null)
        {
            if (terminal.Size != drawnOn)
            {
                drawnOn = terminal.Size;
                _output.Show(Frame(game, told));
            }

            cancellation.WaitHandle.WaitOne(LookAgain);
            cancellation.ThrowIfCancellationRequested();
        }

        return $"{key}";
    }

    private string Frame(OpenLockGame game, string told)
    {
        var (columns, rows) = terminal.Size;
        var text = new StringBuilder();
        var row = 1;
        foreach (var line in OpenLockView.Draw(game, columns, Math.Max(1, rows - WordRows), _ink))
        {
            text.AppendRow(row++, line);
        }

        var room = game.Progress.Room;
        var actions = game.Actions.Select(RoomWords.Action);
        var left = Enumerable.Repeat("...", room.Scenario.ActionsPerAttempt - game.Actions.Count);
        text.AppendRow(row++, WatchedTerminal.Cut($"This attempt: {string.Join(", ", actions.Concat(left))}", columns));
        text.AppendRow(row++, WatchedTerminal.Cut(told, columns));
        text.AppendRow(row++, "");
        var next = game.AttemptEnded ? "Any key begins the next attempt, q leaves." : $"{RoomKeys.Words}.";
        text.AppendRow(row, WatchedTerminal.Cut(next, columns));
        return text.Append(EraseBelow).ToString();
    }
}
