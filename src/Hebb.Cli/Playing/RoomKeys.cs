using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Cli.Playing;

/// <summary>What is typed for the actions of a room: a digit pushes a lever, the letter of the lowest row of keys below it pulls it.</summary>
public static class RoomKeys
{
    private const string Pushes = "1234567";
    private const string Pulls = "zxcvbnm";

    // The digits with shift, where a keyboard has them so.
    private const string ShiftedPushes = "!@#$%^&";
    private const char Door = 'd';
    private const char Quit = 'q';

    // What a terminal that gives single keys makes of Ctrl-D, the end of input.
    private const char EndOfInput = '\u0004';

    /// <summary>What stands beside the levers, in the order of their positions, and beside the door.</summary>
    public static ImmutableArray<string> Labels { get; } =
    [.. Pushes.Zip(Pulls, (push, pull) => $"{push} {pull}"), $"{Door}"];

    /// <summary>The keys in words.</summary>
    public static string Words => "1 to 7 push a lever, z x c v b n m pull it, d pushes the door, q leaves";

    /// <summary>Whether it is what leaves the room.</summary>
    /// <param name="typed">What was typed.</param>
    public static bool IsQuit(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Length == 1 && char.ToLowerInvariant(typed[0]) is (Quit or EndOfInput);
    }

    /// <summary>The action of what was typed; null where it has none.</summary>
    /// <param name="typed">One key.</param>
    public static int? ActionOf(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Length != 1)
        {
            return null;
        }

        var key = char.ToLowerInvariant(typed[0]);
        return key == Door ? RoomAction.PushDoor
            : Place(Pushes, key) is { } push ? RoomAction.Push(push)
            : (Place(Pulls, key) ?? Place(ShiftedPushes, key)) is { } pull ? RoomAction.Pull(pull)
            : null;
    }

    private static LeverPosition? Place(string keys, char key) =>
        keys.IndexOf(key, StringComparison.Ordinal) is >= 0 and var place ? (LeverPosition)place : null;
}
