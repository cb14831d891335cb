using Hebb.Cli.Watching;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Environments.Scenes;

namespace Hebb.Cli.Playing;

/// <summary>The room of a game, drawn in the cells of a terminal.</summary>
internal static class OpenLockView
{
    /// <summary>Draws it, as large as fits.</summary>
    public static string[] Draw(OpenLockGame game, int columns, int rows, SceneInk ink)
    {
        Scene scene = OpenLockScene.Draw(
            game.Progress.Room,
            game.State,
            game.Actions.Count == 0 ? RoomAction.Any : game.Actions[^1],
            RoomKeys.Labels,
            $"attempt {game.Attempt} of {game.Progress.AttemptLimit}",
            $"found {game.Progress.FoundCount} of {game.Progress.Room.Solutions.Length}"
        );
        return TerminalScene.Draw(scene, columns, TerminalScene.RowsFor(scene, columns, rows), ink);
    }
}
