using Hebb.Lab.Studies.Figure4;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Reproduce;

/// <summary>The table of results at the end of a reproduction.</summary>
internal static class ResultsTable
{
    private static readonly Columns<MethodSummary> Columns = new()
    {
        { "method", row => row.Method.Name },
        { "solved", row => $"{row.Solved}/{row.Seeds}", ColumnAlignment.Right },
        { "episode", row => row.MedianEpisodeSolved, "0.#" },
        { "best [95 %]", row => row.Best },
        { "last [95 %]", row => row.Last },
        { "collapsed", row => row.Collapsed },
        { "diverged", row => row.Diverged },
        { "steps/s", row => row.StepsPerSecond, "N0" },
    };

    /// <summary>Makes the table.</summary>
    /// <param name="summaries">The results, a row a method.</param>
    public static FittedTable Create(IEnumerable<MethodSummary> summaries) => FittedTable.Of(Columns, summaries);
}
