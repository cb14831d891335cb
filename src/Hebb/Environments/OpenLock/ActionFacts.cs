using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Environments.OpenLock;

/// <summary>What rewards depend on, right after an action.</summary>
/// <param name="IsUnlocked">The door is unlocked.</param>
/// <param name="PushesDoor">The action pushes the door.</param>
/// <param name="IsPartial">The attempt so far begins a solution, or is one.</param>
/// <param name="IsUnique">It does, and begins none that was found before.</param>
/// <param name="IsChange">A lever, the lock or the door is other than before.</param>
/// <param name="IsRepeated">The action is the one before it again.</param>
/// <param name="IsOnInactive">The action is upon a position without an active lever.</param>
/// <param name="IsLast">The action is the attempt's last.</param>
/// <param name="Found">The solutions found before this attempt.</param>
public readonly record struct ActionFacts(
    bool IsUnlocked,
    bool PushesDoor,
    bool IsPartial,
    bool IsUnique,
    bool IsChange,
    bool IsRepeated,
    bool IsOnInactive,
    bool IsLast,
    int Found
)
{
    /// <summary>The facts of an action.</summary>
    /// <param name="progress">The trial, which has taken in the action.</param>
    /// <param name="before">The state of its room before the action.</param>
    public static ActionFacts Of(TrialProgress progress, RoomState before, RoomState after)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var action = progress.LastAction;
        var pushesDoor = action == RoomAction.PushDoor;
        return new ActionFacts(
            IsUnlocked: !after.IsDoorLocked,
            pushesDoor,
            progress.IsPartial,
            progress.IsUnique,
            IsChange: after.LooksUnlike(before),
            progress.LastIsRepeated,
            IsOnInactive: !pushesDoor && ((progress.Room.Active >> (action % RoomAction.Positions)) & 1) == 0,
            progress.IsAttemptOver,
            progress.FoundCount
        );
    }
}
