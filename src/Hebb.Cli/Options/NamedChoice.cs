using Hebb.Cli.Consoles;
using Hebb.Naming;

namespace Hebb.Cli.Options;

/// <summary>Entries of catalogues by the names that are given on the command line; upper and lower case make no difference.</summary>
internal static class NamedChoice
{
    /// <summary>The entry of a name.</summary>
    /// <typeparam name="TEntry">The type of the entries.</typeparam>
    /// <param name="option">The option that takes it, with the two hyphens; null where an argument does.</param>
    /// <exception cref="InputException">There is no such entry.</exception>
    public static TEntry Find<TEntry>(Catalogue<TEntry> catalogue, string given, string? option = null)
        where TEntry : class, INamed =>
        catalogue.TryFind(given)
        ?? throw new InputException(
            $"{option ?? catalogue.Kind} '{given}': no such {catalogue.Kind}; {NearestName.Unknown(given, catalogue.Names)}"
        );
}
