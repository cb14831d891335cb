using System.Collections.Immutable;
using System.Globalization;
using Hebb.Lab.Records;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>
/// Everything that the results of an experiment depend on, as <c>configuration.json</c> keeps it. How many runs go at
/// a time changes no result and is not part of it.
/// </summary>
/// <param name="FormatVersion">The version of this layout; <see cref="CurrentFormatVersion"/>.</param>
/// <param name="Experiment">The experiment's name, such as <c>figure4</c>.</param>
/// <param name="Methods">The names of the methods, in the order of the catalogue.</param>
/// <param name="Seeds">How many seeds each method has; at least 1.</param>
/// <param name="Episodes">How many episodes each run has; at least 1.</param>
/// <param name="FirstSeed">The first seed; the others follow it one by one.</param>
public sealed record ExperimentConfiguration(
    int FormatVersion,
    string Experiment,
    ImmutableArray<string> Methods,
    int Seeds,
    int Episodes,
    ulong FirstSeed
) : IConfiguration
{
    /// <summary>The version that this program writes and reads.</summary>
    public const int CurrentFormatVersion = 1;

    /// <inheritdoc/>
    public string? Defect => Methods.IsDefault ? "its methods are missing" : null;

    /// <inheritdoc/>
    public IEnumerable<(string Field, string Value)> Fields()
    {
        yield return ("format version", FormatVersion.ToString(CultureInfo.InvariantCulture));
        yield return ("experiment", Experiment);
        yield return ("methods", string.Join(',', Methods));
        yield return ("seeds", Seeds.ToString(CultureInfo.InvariantCulture));
        yield return ("episodes", Episodes.ToString(CultureInfo.InvariantCulture));
        yield return ("first seed", FirstSeed.ToString(CultureInfo.InvariantCulture));
    }
}
