using Hebb.Environments;
using Hebb.Environments.Control;
using Hebb.Environments.OpenLock;

namespace Hebb.Catalogues;

/// <summary>The environments that are known by name, with the time limits and thresholds the field gives them.</summary>
public static class EnvironmentCatalogue
{
    private static readonly EnvironmentEdition[] EveryEdition = Enum.GetValues<EnvironmentEdition>();
    private static readonly EnvironmentEdition[] GymnasiumAlone = [EnvironmentEdition.Gymnasium];

    /// <summary>Every environment, in the order in which they are shown.</summary>
    public static IReadOnlyList<EnvironmentEntry> All { get; } =
    [
        Entry(EveryEdition, 200, (edition, limit) => Limit(new CartPole(edition), limit, "CartPole-v0", 195)),
        Entry(EveryEdition, 500, (edition, limit) => Limit(new CartPole(edition), limit, "CartPole-v1", 475)),
        Entry(GymnasiumAlone, 500, (_, limit) => Limit(new Acrobot(), limit, "Acrobot-v1", -100)),
        Entry(GymnasiumAlone, 200, (_, limit) => Limit(new MountainCar(), limit, "MountainCar-v0", -110)),
        .. OpenLockEnvironments.All,
    ];

    /// <summary>The names of all environments, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(entry => entry.Specification.Name)];

    /// <summary>Makes an environment, still to be reset.</summary>
    /// <param name="name">A name of the catalogue, such as <c>CartPole-v1</c>, in its exact spelling.</param>
    /// <param name="edition">Which library it follows bit for bit.</param>
    /// <param name="stepLimit">The steps of the longest episode, at least 1; null for what the field gives it.</param>
    /// <param name="options">What is other than usual, as <see cref="EnvironmentEntry.Options"/> has it; null for nothing.</param>
    /// <exception cref="ArgumentException">
    /// There is no such environment, or not in that edition; or the limit or the options are not possible.
    /// </exception>
    public static IEnvironment Create(
        string name,
        EnvironmentEdition edition = EnvironmentEdition.Gymnasium,
        int? stepLimit = null,
        object? options = null
    )
    {
        var entry = Find(name);
        if (!entry.Editions.Contains(edition))
        {
            throw new ArgumentException(
                $"Environment '{name}' does not exist in edition {edition}; it exists in {string.Join(", ", entry.Editions)}.",
                nameof(edition)
            );
        }

        return options is null ? entry.CreateLimited(edition, stepLimit ?? entry.StepLimit)
            : entry.Options is { } known ? known.Create(options, stepLimit)
            : throw new ArgumentException($"Environment '{name}' has no options.", nameof(options));
    }

    /// <summary>The entry of an environment.</summary>
    /// <param name="name">A name of the catalogue, such as <c>CartPole-v1</c>, in its exact spelling.</param>
    /// <exception cref="ArgumentException">There is no such environment.</exception>
    public static EnvironmentEntry Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(entry => string.Equals(entry.Specification.Name, name, StringComparison.Ordinal))
            ?? throw new ArgumentException(
                $"There is no environment '{name}'; known are {string.Join(", ", Names)}.",
                nameof(name)
            );
    }

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
