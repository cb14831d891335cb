using System.Collections.Immutable;
using Hebb.Lab.Configurations;
using Hebb.Lab.Studies.OpenLock;

namespace Hebb.Cli.Reproduce;

/// <summary>The arguments of <c>hebb reproduce openlock</c>, checked.</summary>
/// <param name="Learners">The names of the learners, in the order of the tables.</param>
/// <param name="Conditions">The names of the conditions, in the order of the tables.</param>
/// <param name="Iterations">How often agents go through all rooms.</param>
/// <param name="Seeds">The seeds.</param>
/// <param name="Jobs">Runs at a time.</param>
/// <param name="Out">Where the results go.</param>
internal sealed record OpenLockOptions(
    ImmutableArray<string> Learners,
    ImmutableArray<string> Conditions,
    int Iterations,
    SeedSet Seeds,
    int Jobs,
    string Out
)
{
    /// <summary>What the results depend on.</summary>
    public RoomStudyConfiguration Configuration =>
        new(RoomStudyConfiguration.CurrentFormatVersion, Learners, Conditions, Iterations, Seeds.ToString());

    /// <summary>The command line that gives these results anew, however many runs went at a time.</summary>
    public string CommandLine =>
        $"hebb reproduce openlock{Names("--learners", Learners, RoomLearner.All.Length)}{Names("--conditions", Conditions, RoomCondition.All.Length)}"
        + $" --iterations {Iterations} --seeds {Seeds} --out {OutOption.Quoted(Out)}";

    private static string Names(string option, ImmutableArray<string> names, int all) =>
        names.Length == all ? "" : $" {option} {string.Join(',', names)}";
}
