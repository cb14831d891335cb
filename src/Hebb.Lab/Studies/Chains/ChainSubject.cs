using Hebb.Agents.OpenLock;
using Hebb.Agents.OpenLock.Chains;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Numerics;

namespace Hebb.Lab.Studies.Chains;

/// <summary>Rooms that a learner plays one after another, keeping what it believes.</summary>
/// <param name="Name">Their name: <c>row</c>, or that of a scenario.</param>
/// <param name="Steps">The actions of an attempt, and the steps of a chain.</param>
/// <param name="Draw">The rooms of a seed.</param>
internal sealed record ChainSubject(string Name, int Steps, Func<ulong, ImmutableArray<MeasuredRoom>> Draw)
{
    /// <summary>How many rooms of a scenario are played.</summary>
    public const int RoomsOfScenario = 3;

    // The learner draws from the seed itself.
    private const int RowStream = 1;

    private const string RowName = "row";

    /// <summary>The first rooms of CC3 and of CE4, the easiest scenario and the hardest.</summary>
    public static ImmutableArray<ChainSubject> Rooms { get; } = [OfScenario("CC3"), OfScenario("CE4")];

    /// <summary>Whether it is a row of levers.</summary>
    public bool IsRow => string.Equals(Name, RowName, StringComparison.Ordinal);

    /// <summary>The chains.</summary>
    public ChainSpace Space => CausalLearner.SpaceOfRooms(Steps);

    /// <summary>A row of levers, drawn from the seed.</summary>
    /// <param name="steps">The steps; from 1 to <see cref="ChainsOptions.MostSteps"/>.</param>
    public static ChainSubject OfRow(int steps) =>
        new(
            RowName,
            steps,
            seed => [MeasuredRoom.Of(new LeverRow(steps, new Pcg64(new SeedSequence(seed).Spawn(RowStream))))]
        );

    private static ChainSubject OfScenario(string name)
    {
        Scenario scenario = Scenario.Find(name);
        ImmutableArray<MeasuredRoom> rooms =
        [
            .. Trial
                .DrawnFor(scenario)
                .Take(RoomsOfScenario)
                .Select(trial => MeasuredRoom.Of(new Room(scenario, trial))),
        ];
        return new(name, scenario.ActionsPerAttempt, _ => rooms);
    }
}
