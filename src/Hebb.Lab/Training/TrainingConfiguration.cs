using System.Collections.Immutable;
using System.Globalization;
using Hebb.Lab.Configurations;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Training;

/// <summary>What is trained: agents in environments, each from the same seeds.</summary>
/// <param name="FormatVersion">The version of this layout; <see cref="CurrentFormatVersion"/>.</param>
/// <param name="Experiment">What the runs are made for: <c>benchmark</c> or <c>ablation</c>.</param>
/// <param name="Groups">What is run from every seed; at least one.</param>
/// <param name="Seeds">The seeds, as <see cref="SeedSet"/> writes them.</param>
/// <param name="Evaluation">How many episodes each agent plays greedily when it has learned; 0 for none.</param>
/// <param name="Diagnostics">Whether agents measure what costs time.</param>
public sealed record TrainingConfiguration(
    int FormatVersion,
    string Experiment,
    ImmutableArray<RunGroup> Groups,
    string Seeds,
    int Evaluation,
    bool Diagnostics
) : IConfiguration
{
    /// <summary>The version that this program writes and reads.</summary>
    public const int CurrentFormatVersion = 1;

    /// <inheritdoc/>
    public string? Defect => Groups.IsDefaultOrEmpty || Groups.Contains(null!) ? "its runs are missing" : null;

    /// <inheritdoc/>
    public IEnumerable<(string Field, string Value)> Fields()
    {
        yield return ("format version", FormatVersion.ToString(CultureInfo.InvariantCulture));
        yield return ("experiment", Experiment);
        yield return ("agents", string.Join(',', Groups.Select(group => group.Agent).Distinct(StringComparer.Ordinal)));
        yield return (
            "environments",
            string.Join(',', Groups.Select(group => group.Environment).Distinct(StringComparer.Ordinal))
        );
        yield return ("seeds", Seeds);
        yield return ("runs a seed", Groups.Length.ToString(CultureInfo.InvariantCulture));
        yield return ("evaluation", string.Create(CultureInfo.InvariantCulture, $"{Evaluation} episodes"));
        yield return ("diagnostics", Diagnostics ? "on" : "off");
        foreach (RunGroup group in Groups)
        {
            var of = Groups.Length == 1 ? "" : $" of {group.Agent} in {group.Environment}";
            yield return ($"steps{of}", group.Steps.ToString(CultureInfo.InvariantCulture));
        }
    }
}
