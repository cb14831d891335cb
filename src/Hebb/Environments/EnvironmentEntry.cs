using Hebb.Naming;
using Hebb.Settings;

namespace Hebb.Environments;

/// <summary>One environment of the catalogue: what is known of it, and how to make it.</summary>
/// <param name="Specification">Name, spaces, time limit and threshold.</param>
/// <param name="Editions">The editions it exists in.</param>
/// <param name="CreateLimited">
/// Makes one of an edition, which must be among <paramref name="Editions"/>, whose episodes last so many steps at most; at least 1.
/// </param>
public sealed record EnvironmentEntry(
    EnvironmentSpecification Specification,
    IReadOnlyList<EnvironmentEdition> Editions,
    Func<EnvironmentEdition, int, IEnvironment> CreateLimited
) : INamed
{
    /// <inheritdoc/>
    public string Name => Specification.Name;

    /// <inheritdoc/>
    public string Description { get; init; } = "";

    /// <summary>The steps of the longest episode, as the field has it.</summary>
    public int StepLimit => Specification.StepLimit ?? int.MaxValue;

    /// <summary>What can be other than usual in it; null where nothing can.</summary>
    public EnvironmentOptions? Options { get; init; }

    /// <summary>The units in which agents observe it, where they do not observe it raw; null for those that it has.</summary>
    public ObservationScaling? Scaling { get; init; }

    /// <summary>The environment steps that runs learn for, where nothing else is said; at least 1.</summary>
    public long Budget { get; init; } = 100_000;

    /// <summary>
    /// The returns that are possible by its rules, of the steps of the longest episode and of settings of <see cref="Options"/> (null
    /// where there are none); not where they are not known.
    /// </summary>
    public Func<int, ISettings?, ReturnRange?> Returns { get; init; } = (_, _) => null;

    /// <summary>Makes one, still to be reset.</summary>
    /// <param name="edition">Which library it follows bit for bit.</param>
    /// <param name="stepLimit">The steps of the longest episode, at least 1; null for what the field gives it.</param>
    /// <param name="options">What is other than usual, as <see cref="Options"/> has it; null for nothing.</param>
    /// <exception cref="ArgumentException">There is none in that edition; or the limit or the options are not possible.</exception>
    public IEnvironment Create(
        EnvironmentEdition edition = EnvironmentEdition.Gymnasium,
        int? stepLimit = null,
        ISettings? options = null
    )
    {
        if (!Editions.Contains(edition))
        {
            throw new ArgumentException(
                $"Environment '{Name}' does not exist in edition {edition}; it exists in {string.Join(", ", Editions)}.",
                nameof(edition)
            );
        }

        return options is null ? CreateLimited(edition, stepLimit ?? StepLimit)
            : Options is { } known ? known.Create(options, stepLimit)
            : throw new ArgumentException($"Environment '{Name}' has no options.", nameof(options));
    }
}

/// <summary>
/// Which library an environment follows, bit for bit: in the order of its arithmetic and in how a seed becomes
/// random numbers.
/// </summary>
public enum EnvironmentEdition
{
    /// <summary>Gymnasium 1.x: PCG64 seeded by numpy's seed sequence. Also the form of what Gymnasium does not have.</summary>
    Gymnasium,

    /// <summary>gym 0.10.9, on which the report's curves were made: MT19937 seeded by a SHA-512 of the seed.</summary>
    Gym0109,
}

/// <summary>The returns that are possible in an environment, by its rules: between them scores of several become comparable.</summary>
/// <param name="Lowest">The lowest return of an episode.</param>
public readonly record struct ReturnRange(double Lowest, double Highest)
{
    /// <summary>A return as its part of the range: 0 for the lowest, 1 for the highest.</summary>
    /// <param name="value">The return.</param>
    public double Normalised(double value) => (value - Lowest) / (Highest - Lowest);
}
