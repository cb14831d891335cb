namespace Hebb.Environments.Control;

/// <summary>The classic control tasks that are known by name, with the time limits and thresholds the field gives them.</summary>
internal static class ControlEnvironments
{
    private static readonly EnvironmentEdition[] EveryEdition = Enum.GetValues<EnvironmentEdition>();
    private static readonly EnvironmentEdition[] GymnasiumAlone = [EnvironmentEdition.Gymnasium];

    // About the range that is met in an episode: x / 2.4, v / 2, angle / 0.21, angular velocity / 2.
    private static readonly ObservationScaling Cart = new([0, 0, 0, 0], [2.4f, 2, 0.21f, 2]);

    // The position from the middle of its range over half its width, the velocity over its limit.
    private static readonly ObservationScaling Car = new([-0.3f, 0], [0.9f, 0.07f]);

    /// <summary>Every one of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<EnvironmentEntry> All { get; } =
    [
        Entry(EveryEdition, 200, (edition, limit) => Limit(new CartPole(edition), limit, "CartPole-v0", 195)) with
        {
            Scaling = Cart,
            Budget = 50_000,
            Returns = Rewarded,
        },
        Entry(EveryEdition, 500, (edition, limit) => Limit(new CartPole(edition), limit, "CartPole-v1", 475)) with
        {
            Scaling = Cart,
            Budget = 200_000,
            Returns = Rewarded,
        },
        // As it is, in sines, cosines and radians per second: over their limits its velocities would be a tenth of the other numbers,
        // though a good policy depends on them.
        Entry(GymnasiumAlone, 500, (_, limit) => Limit(new Acrobot(), limit, "Acrobot-v1", -100)) with
        {
            Returns = Charged,
        },
        Entry(GymnasiumAlone, 200, (_, limit) => Limit(new MountainCar(), limit, "MountainCar-v0", -110)) with
        {
            Scaling = Car,
            Budget = 300_000,
            Returns = Charged,
        },
        Entry(GymnasiumAlone, 500, (_, limit) => Limit(Observing(0, 2), limit, "CartPolePositions-v1", 475)) with
        {
            Description = "CartPole-v1, of which position and angle alone are observed",
            Scaling = new([0, 0], [2.4f, 0.21f]),
            Budget = 200_000,
            Returns = Rewarded,
        },
        Entry(GymnasiumAlone, 500, (_, limit) => Limit(Observing(1, 3), limit, "CartPoleVelocities-v1", 475)) with
        {
            Description = "CartPole-v1, of which the two velocities alone are observed",
            Scaling = new([0, 0], [2, 2]),
            Budget = 200_000,
            Returns = Rewarded,
        },
    ];

    private static SelectedObservations<CartPole> Observing(params int[] places) => new(new CartPole(), places);

    private static ReturnRange? Rewarded(int steps, object? options) => new ReturnRange(0, steps);

    private static ReturnRange? Charged(int steps, object? options) => new ReturnRange(-steps, 0);

    private static TimeLimit<TEnvironment> Limit<TEnvironment>(
        TEnvironment inner,
        int stepLimit,
        string name,
        double? solvedAt
    )
        where TEnvironment : IEnvironment => new(inner, stepLimit, name, solvedAt);

    private static EnvironmentEntry Entry(
        EnvironmentEdition[] editions,
        int stepLimit,
        Func<EnvironmentEdition, int, IEnvironment> create
    ) => new(create(editions[0], stepLimit).Specification, editions, create);
}
