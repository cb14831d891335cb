namespace Hebb.Environments;

/// <summary>One environment of the catalogue: what is known of it, and how to make it.</summary>
/// <param name="Specification">Name, spaces, time limit and threshold.</param>
/// <param name="Editions">The editions it exists in.</param>
/// <param name="Create">Makes one of an edition, which must be among <paramref name="Editions"/>.</param>
public sealed record EnvironmentEntry(
    EnvironmentSpecification Specification,
    IReadOnlyList<EnvironmentEdition> Editions,
    Func<EnvironmentEdition, IEnvironment> Create
);
