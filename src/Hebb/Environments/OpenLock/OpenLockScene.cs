using Hebb.Environments.OpenLock.Rooms;
using Hebb.Environments.Scenes;

namespace Hebb.Environments.OpenLock;

/// <summary>
/// A room of OpenLock from above: grey levers, white ones in outline, each on its track, nearer to the middle when it is pulled;
/// the door on its hinge with a disc on it while it is locked; and the arm that reaches from the middle for what it acted upon last.
/// </summary>
public static class OpenLockScene
{
    private const double Left = -20;
    private const double Bottom = -19.5;
    private const double Width = 58;
    private const double Height = 39;
    private const double BarHalf = 4.1;
    private const double BarWidth = 1.7;
    private const double Outline = 0.45;
    private const double LetterHeight = 1.9;
    private const double LineHeight = 3;

    /// <summary>The numbers of the actions that push each lever and the door.</summary>
    public static ImmutableArray<string> ActionLabels { get; } = ["0", "1", "2", "3", "4", "5", "6", "14"];

    /// <summary>Draws it.</summary>
    /// <param name="lastAction">What was done last in the attempt; <see cref="RoomAction.Any"/> where nothing was.</param>
    /// <param name="labels">What stands beside the levers, in the order of their positions, and beside the door.</param>
    /// <param name="words">Lines of writing beside the room.</param>
    public static Scene Draw(
        Room room,
        RoomState state,
        int lastAction,
        ImmutableArray<string> labels,
        params ReadOnlySpan<string> words
    )
    {
        ArgumentNullException.ThrowIfNull(room);
        return Draw(room.Active, room.Present, state, lastAction, labels, words);
    }

    /// <summary>Draws it.</summary>
    /// <param name="active">The positions of active levers, a bit each.</param>
    /// <param name="present">The positions that have a lever, a bit each.</param>
    /// <inheritdoc cref="Draw(Room, RoomState, int, ImmutableArray{string}, ReadOnlySpan{string})"/>
    internal static Scene Draw(
        int active,
        int present,
        RoomState state,
        int lastAction,
        ImmutableArray<string> labels,
        params ReadOnlySpan<string> words
    )
    {
        List<SceneShape> shapes = [];
        foreach (LeverPosition position in Enum.GetValues<LeverPosition>())
        {
            if (((present >> (int)position) & 1) != 0)
            {
                var isActive = ((active >> (int)position) & 1) != 0;
                shapes.AddRange(Lever(LeverPlace.Of(position), isActive, state.IsPushed(position)));
                shapes.Add(Label(LeverPlace.Of(position).Point(0, 2.9), labels[(int)position]));
            }
        }

        shapes.AddRange(Door(state));
        shapes.Add(Label(new ScenePoint(17.8, 0), labels[RoomAction.Positions]));
        shapes.AddRange(Arm(state, lastAction));
        for (var line = 0; line < words.Length; line++)
        {
            shapes.Add(
                new SceneText(
                    new ScenePoint(21, -8 - (line * LineHeight)),
                    words[line],
                    LetterHeight,
                    SceneAlignment.Left,
                    SceneColor.Muted
                )
            );
        }

        return new Scene(Left, Bottom, Width, Height, [.. shapes]);
    }

    private static IEnumerable<SceneShape> Lever(LeverPlace place, bool isActive, bool isPushed)
    {
        var outwards = isPushed ? 0 : -LeverPlace.Travel;
        ScenePoint from = place.Point(-BarHalf, outwards);
        ScenePoint to = place.Point(BarHalf, outwards);
        yield return new SceneSegment(
            place.Point(0, -LeverPlace.Travel - 1.4),
            place.Point(0, 1.4),
            SceneColor.Faint,
            0.5
        );
        yield return new SceneSegment(from, to, isActive ? SceneColor.Fill : SceneColor.Muted, BarWidth);
        if (!isActive)
        {
            yield return new SceneSegment(from, to, SceneColor.Paper, BarWidth - (2 * Outline));
        }
    }

    private static IEnumerable<SceneShape> Door(RoomState state)
    {
        ScenePoint hinge = LeverPlace.Door.Point(-LeverPlace.HalfLength, 0);
        ScenePoint latch = LeverPlace.Door.Point(LeverPlace.HalfLength, 0);
        if (state.IsDoorOpen)
        {
            yield return new SceneSegment(hinge, latch, SceneColor.Faint, 0.3) { IsDashed = true };
            yield return new SceneSegment(
                hinge,
                hinge.Moved(2 * LeverPlace.HalfLength * 0.97, 2 * LeverPlace.HalfLength * 0.24),
                SceneColor.Goal,
                1
            );
        }
        else
        {
            yield return new SceneSegment(hinge, latch, state.IsDoorLocked ? SceneColor.Ink : SceneColor.Goal, 1);
        }

        yield return new SceneDisc(hinge, 0.9, SceneColor.Ink);
        yield return new SceneDisc(hinge, 0.4, SceneColor.Paper);
        if (state.IsDoorLocked)
        {
            yield return new SceneDisc(LeverPlace.Door.Point(3, -2), 1.2, SceneColor.Ink);
        }
    }

    private static IEnumerable<SceneShape> Arm(RoomState state, int lastAction)
    {
        var middle = new ScenePoint(0, 0);
        if (lastAction != RoomAction.Any)
        {
            var position = RoomAction.PositionOf(lastAction);
            LeverPlace place = position is { } lever ? LeverPlace.Of(lever) : LeverPlace.Door;
            var face =
                (position is { } moved && !state.IsPushed(moved) ? -LeverPlace.Travel : 0) - (BarWidth / 2) - 0.3;
            var (tip, foot) = RoomAction.IsPull(lastAction) ? (face - 2.4, face) : (face, face - 2.4);
            yield return new SceneSegment(middle, place.Point(0, Math.Min(tip, foot) + 0.3), SceneColor.Accent, 0.7);
            yield return new ScenePolygon(
                [place.Point(0, tip), place.Point(-1.3, foot), place.Point(1.3, foot)],
                SceneColor.Accent
            );
        }

        yield return new SceneDisc(middle, 1.5, SceneColor.Accent);
        yield return new SceneDisc(middle, 0.6, SceneColor.Paper);
    }

    private static SceneText Label(ScenePoint place, string text) =>
        new(place, text, LetterHeight, SceneAlignment.Centre, SceneColor.Ink);
}
