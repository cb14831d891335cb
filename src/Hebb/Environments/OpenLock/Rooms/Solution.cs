namespace Hebb.Environments.OpenLock.Rooms;

/// <summary>A sequence of actions that opens the door, one an action of the attempt.</summary>
/// <param name="Actions">The actions; <see cref="RoomAction.Any"/> where any will do.</param>
public sealed record Solution(ImmutableArray<int> Actions)
{
    /// <summary>Whether an action is what the solution has at a place.</summary>
    /// <param name="place">How many actions came before in the attempt.</param>
    public bool Has(int place, int action) =>
        place < Actions.Length && (Actions[place] == action || Actions[place] == RoomAction.Any);

    /// <summary>Whether an attempt's actions are these.</summary>
    public bool Matches(ReadOnlySpan<int> actions)
    {
        if (actions.Length != Actions.Length)
        {
            return false;
        }

        for (var place = 0; place < actions.Length; place++)
        {
            if (!Has(place, actions[place]))
            {
                return false;
            }
        }

        return true;
    }
}
