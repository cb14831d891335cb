using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Environments.OpenLock.Rooms;

/// <summary>
/// Rooms of some scenarios with the active levers at any positions: each trial draws a scenario, then one of its rooms, all equally likely and
/// independent of those before.
/// </summary>
internal sealed class RandomRooms : IRoomSource
{
    private readonly Room[] _rooms;
    private readonly (int First, int Count)[] _scenarios;
    private int _current;

    /// <summary>Makes the rooms.</summary>
    /// <param name="scenarios">The scenarios; at least one.</param>
    /// <param name="holdsOutOfficial">Whether rooms that are official ones are left out.</param>
    /// <exception cref="ArgumentException">No room of a scenario is left.</exception>
    public RandomRooms(ImmutableArray<Scenario> scenarios, bool holdsOutOfficial)
    {
        var rooms = new List<Room>();
        _scenarios = new (int, int)[scenarios.Length];
        for (var place = 0; place < scenarios.Length; place++)
        {
            Room[] own = [.. AllOf(scenarios[place]).Where(room => !holdsOutOfficial || !IsOfficial(room))];
            if (own.Length == 0)
            {
                throw new ArgumentException(
                    $"Scenarios: {scenarios[place].Name}; none of its rooms is left, all are held out",
                    nameof(scenarios)
                );
            }

            _scenarios[place] = (rooms.Count, own.Length);
            rooms.AddRange(own);
        }

        _rooms = [.. rooms];
    }

    /// <inheritdoc/>
    public int Count => _rooms.Length;

    /// <inheritdoc/>
    public int Current => _current;

    /// <inheritdoc/>
    public Room Room => _rooms[_current];

    /// <summary>The rooms, those of each scenario in their order.</summary>
    public ImmutableArray<Room> All => [.. _rooms];

    /// <summary>Every room of a scenario that differs from the others: levers that do the same may be exchanged.</summary>
    public static IEnumerable<Room> AllOf(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Placements(scenario, scenario.LeverCount)
            .Select(levers =>
            {
                var name = string.Join('-', levers.Select(position => (int)position));
                var inactive = Enum.GetValues<LeverPosition>().Except(levers);
                return new Room(scenario, new Trial($"levers-{name}", levers, [.. inactive]));
            });
    }

    /// <inheritdoc/>
    public void Shuffle() => _current = 0;

    /// <inheritdoc/>
    public Room Draw(Pcg64 source)
    {
        (var first, var count) = _scenarios[source.NextInteger(_scenarios.Length)];
        _current = first + source.NextInteger(count);
        return Room;
    }

    private static bool IsOfficial(Room room) =>
        Trial.DrawnFor(room.Scenario).Any(trial => new Room(room.Scenario, trial).Roles == room.Roles);

    // Sequences of different positions for the first roles. Of levers that do the same, each stands at a later position than the one before
    // it, so that no room comes twice and no more are made than there are.
    private static IEnumerable<ImmutableArray<LeverPosition>> Placements(Scenario scenario, int roles)
    {
        if (roles == 0)
        {
            return
            [
                [],
            ];
        }

        var role = roles - 1;
        var twin = role - 1;
        while (twin >= 0 && !DoTheSame(scenario, twin, role))
        {
            twin--;
        }

        return from rest in Placements(scenario, role)
            from position in Enum.GetValues<LeverPosition>()
            where !rest.Contains(position) && (twin < 0 || rest[twin] < position)
            select rest.Add(position);
    }

    private static bool DoTheSame(Scenario scenario, int one, int other)
    {
        ReadOnlySpan<int> sets = [scenario.Gated, scenario.Keys, scenario.DoorKeys];
        foreach (var set in sets)
        {
            if (((set >> one) & 1) != ((set >> other) & 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        _current = visitor.Count("current", _current, _rooms.Length - 1);
    }
}
