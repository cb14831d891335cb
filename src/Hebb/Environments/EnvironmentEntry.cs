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
)
{
    /// <summary>The steps of the longest episode, as the field has it.</summary>
    public int StepLimit => Specification.StepLimit ?? int.MaxValue;

    /// <summary>What can be other than usual in it; null where nothing can.</summary>
    public EnvironmentOptions? Options { get; init; }

    /// <summary>Makes one with the time limit that the field gives it.</summary>
    /// <param name="edition">An edition among <see cref="Editions"/>.</param>
    public IEnvironment Create(EnvironmentEdition edition) => CreateLimited(edition, StepLimit);
}
