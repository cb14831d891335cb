using System.Collections.Immutable;
using System.Globalization;
using Hebb.Lab.Configurations;
using Hebb.Lab.Records;

namespace Hebb.Lab.Studies.OpenLock;

/// <summary>Everything that the results of the study depend on.</summary>
/// <param name="FormatVersion">The version of this layout; <see cref="CurrentFormatVersion"/>.</param>
/// <param name="Learners">The names of the learners, in the order of the tables.</param>
/// <param name="Conditions">The names of the conditions, in the order of the tables.</param>
/// <param name="Iterations">How often agents go through all rooms.</param>
/// <param name="Seeds">The seeds, as <see cref="SeedSet"/> writes them.</param>
public sealed record RoomStudyConfiguration(
    int FormatVersion,
    ImmutableArray<string> Learners,
    ImmutableArray<string> Conditions,
    int Iterations,
    string Seeds
) : IConfiguration
{
    /// <summary>The version that this program writes and reads.</summary>
    public const int CurrentFormatVersion = 1;

    /// <inheritdoc/>
    public string? Defect =>
        Learners.IsDefaultOrEmpty ? "its learners are missing"
        : Conditions.IsDefaultOrEmpty ? "its conditions are missing"
        : null;

    /// <inheritdoc/>
    public IEnumerable<(string Field, string Value)> Fields()
    {
        yield return ("format version", FormatVersion.ToString(CultureInfo.InvariantCulture));
        yield return ("learners", string.Join(',', Learners));
        yield return ("conditions", string.Join(',', Conditions));
        yield return ("iterations", Iterations.ToString(CultureInfo.InvariantCulture));
        yield return ("seeds", Seeds);
    }
}
