using Hebb.Lab.Catalogue;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;

namespace Hebb.Lab.Curves;

/// <summary>What curves are drawn over.</summary>
/// <param name="SupervisedTitle">What it is of supervised training.</param>
/// <param name="Columns">The columns of a run's table that it is; none for the number of the row.</param>
public sealed record CurveAxis(string Name, string Title, string SupervisedTitle, ImmutableArray<string> Columns)
{
    /// <summary>The steps of all of a run's environments together.</summary>
    public static CurveAxis EnvironmentSteps { get; } =
        new("env_steps", "Environment steps", "Training examples", ["env_steps", "examples"]);

    /// <summary>The time that a run has learned for.</summary>
    public static CurveAxis Seconds { get; } = new("seconds", "Seconds of learning", "Seconds of training", ["t"]);

    /// <summary>All of them; the first is meant where none is named.</summary>
    public static IReadOnlyList<CurveAxis> All { get; } =
    [EnvironmentSteps, new("episodes", "Episodes", "Epochs", []), Seconds];

    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(axis => axis.Name)];

    /// <summary>The axis of a name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static CurveAxis Find(string name) =>
        All.First(axis => string.Equals(axis.Name, name, StringComparison.Ordinal));

    /// <summary>The places of the rows of a table on it.</summary>
    internal ImmutableArray<double> PlacesOf(RunTable table) =>
        Columns.Select(table.Find).FirstOrDefault(column => column.HasValue)
        ?? [.. Enumerable.Range(1, table.Count).Select(row => (double)row)];

    /// <summary>Where a run diverged on it: the end of the first episode or epoch after which a parameter was no number; null where none was.</summary>
    /// <param name="table">Its episodes or epochs; null where there are none yet.</param>
    internal double? DivergenceOf(CataloguedRun run, RunTable? table)
    {
        if (table is not { Count: > 0 } || !run.HasDiverged)
        {
            return null;
        }

        var row = run.Record.Supervised?.DivergedInEpoch is { } epoch
            ? epoch - 1
            : table.Steps.TakeWhile(steps => steps < run.Record.DivergedAt).Count();
        return PlacesOf(table)[Math.Clamp(row, 0, table.Count - 1)];
    }

    /// <summary>The place of an event on it.</summary>
    /// <param name="scalar">The event.</param>
    /// <param name="episodes">The episodes of its run; null where there are none yet.</param>
    /// <param name="begun">When the run began.</param>
    internal double PlaceOf(in ScalarEvent scalar, RunTable? episodes, DateTimeOffset begun) =>
        this == EnvironmentSteps ? scalar.Step
        : this == Seconds ? scalar.WallTime - EventLog.WallTime(begun, 0)
        : EndedBy(scalar.Step, episodes);

    // How many episodes had ended when so many steps were taken.
    private static int EndedBy(long steps, RunTable? episodes)
    {
        if (episodes is null)
        {
            return 0;
        }

        // Of several that ended with that step, the last.
        var place = episodes.Steps.AsSpan().BinarySearch(steps + 0.5);
        return place < 0 ? ~place : place;
    }
}
