using Hebb.Cli.Consoles;
using Hebb.Environments;

namespace Hebb.Cli.Environments;

/// <summary>Editions as the command line reads and shows them.</summary>
internal static class EditionText
{
    private const string Gym0109Version = "0.10.9";

    /// <summary>Reads the option <c>--gym</c> for an environment.</summary>
    /// <param name="version">The option's value; null where it was left out.</param>
    /// <param name="entry">The environment, which must exist in the edition.</param>
    /// <exception cref="InputException">There is no such edition, or not of this environment.</exception>
    public static EnvironmentEdition Parse(string? version, EnvironmentEntry entry, IEnumerable<EnvironmentEntry> known)
    {
        if (version is null)
        {
            return EnvironmentEdition.Gymnasium;
        }

        if (!string.Equals(version, Gym0109Version, StringComparison.Ordinal))
        {
            throw new InputException(
                $"--gym '{version}' is not supported; the one version is {Gym0109Version}, and without the option the "
                    + "physics is Gymnasium's."
            );
        }

        if (!entry.Editions.Contains(EnvironmentEdition.Gym0109))
        {
            var names = known
                .Where(other => other.Editions.Contains(EnvironmentEdition.Gym0109))
                .Select(other => other.Specification.Name);
            throw new InputException(
                $"--gym {version} does not exist for {entry.Specification.Name}; it exists for {string.Join(", ", names)}."
            );
        }

        return EnvironmentEdition.Gym0109;
    }
}
