using System.Collections.Immutable;
using Hebb.Lab.Configurations;
using Hebb.Lab.Studies.Ablations;
using Hebb.Lab.Training;

namespace Hebb.Cli.Reproduce;

/// <summary>The arguments of <c>hebb reproduce ablation</c>, checked.</summary>
/// <param name="Studies">The studies, in the order of the tables.</param>
/// <param name="Seeds">The seeds.</param>
/// <param name="Steps">The environment steps of every run.</param>
/// <param name="Jobs">Runs at a time.</param>
/// <param name="Out">Where the results go.</param>
internal sealed record AblationOptions(
    ImmutableArray<AblationStudy> Studies,
    SeedSet Seeds,
    long Steps,
    int Jobs,
    string Out
)
{
    /// <summary>What the results depend on.</summary>
    public TrainingConfiguration Configuration => Ablation.Configuration(Studies, Seeds, Steps);

    /// <summary>The command line that gives these results anew, however many runs went at a time.</summary>
    public string CommandLine
    {
        get
        {
            var studies =
                Studies.Length == Ablation.Studies.Length
                    ? ""
                    : $" --studies {string.Join(',', Studies.Select(study => study.Name))}";
            var steps = Steps == Ablation.StandardSteps ? "" : FormattableString.Invariant($" --steps {Steps}");
            return $"hebb reproduce ablation{studies} --seeds {Seeds}{steps} --out {OutOption.Quoted(Out)}";
        }
    }
}
