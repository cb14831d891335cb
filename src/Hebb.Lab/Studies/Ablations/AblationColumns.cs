using Hebb.Lab.Tables;
using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Ablations;

/// <summary>What the tables of an ablation show of a row.</summary>
internal static class AblationColumns
{
    /// <summary>
    /// A mean return of the last 100 episodes below which a seed counts as stuck on one action whatever the state: such a policy keeps
    /// CartPole up for 9.4 steps, one that draws its actions by chance for 22.
    /// </summary>
    public const double OneAction = 11;

    /// <summary>The columns of all studies.</summary>
    public static Columns<TrainingSummary> All { get; } =
        new()
        {
            TrainingColumns.OfSummary.Where(column => column.Name is not ("greedy [95 %]" or "us/step")),
            { "one action", row => Stuck(row) },
        };

    /// <summary>How many seeds end on one action.</summary>
    public static int Stuck(TrainingSummary row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Runs.Count(run => run.Record.Last100 < OneAction);
    }
}
