using System.Collections.Immutable;
using Hebb.Lab.Studies.Figure4;
using Hebb.Report;

namespace Hebb.Cli.Reproduce;

/// <summary>The arguments of <c>hebb reproduce figure4</c>, checked.</summary>
/// <param name="Methods">The names of the methods, in the order of the catalogue.</param>
/// <param name="Seeds">Seeds a method.</param>
/// <param name="Episodes">Episodes a run.</param>
/// <param name="FirstSeed">The first seed.</param>
/// <param name="Jobs">Runs at a time.</param>
/// <param name="Out">Where the results go.</param>
internal sealed record Figure4Options(
    ImmutableArray<string> Methods,
    int Seeds,
    int Episodes,
    ulong FirstSeed,
    int Jobs,
    string Out
)
{
    /// <summary>What the results depend on.</summary>
    public ExperimentConfiguration Configuration =>
        new(ExperimentConfiguration.CurrentFormatVersion, ReportExperiment.Name, Methods, Seeds, Episodes, FirstSeed);

    /// <summary>The command line that gives these results anew, however many runs went at a time.</summary>
    public string CommandLine
    {
        get
        {
            var methods = Methods.Length == ReportMethods.All.Count ? "" : $" --methods {string.Join(',', Methods)}";
            return $"hebb reproduce figure4 --seeds {Seeds} --episodes {Episodes} --seed {FirstSeed}{methods} --out {OutOption.Quoted(Out)}";
        }
    }
}
