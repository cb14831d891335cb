using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Environments;

namespace Hebb.Cli.Environments;

/// <summary>Environments by the names that are given on the command line.</summary>
internal static class EnvironmentChoice
{
    /// <summary>The environment of a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="InputException">There is no such environment.</exception>
    public static EnvironmentEntry Find(string name) =>
        CatalogueSet.Standard.Environments.Names.Contains(name, StringComparer.Ordinal)
            ? CatalogueSet.Standard.Environments.Find(name)
            : throw new InputException(
                $"There is no environment '{name}'; known are {string.Join(", ", CatalogueSet.Standard.Environments.Names)}."
            );
}
