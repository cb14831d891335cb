using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Naming;

namespace Hebb.Cli.Environments;

/// <summary>Environments by the names that are given on the command line.</summary>
internal static class EnvironmentChoice
{
    /// <summary>The environment of a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="InputException">There is no such environment.</exception>
    public static EnvironmentEntry Find(string name) =>
        CatalogueSet.Standard.Environments.TryFind(name)
        ?? throw new InputException(
            $"There is no environment '{name}'; {NearestName.Unknown(name, CatalogueSet.Standard.Environments.Names)}."
        );
}
