using Hebb.Lab.Catalogue;
using Hebb.Lab.Logs;

namespace Hebb.Lab.Exports;

/// <summary>The columns of a table of episodes: what names their run, and what the run wrote of each.</summary>
internal sealed class EpisodeExportColumns
{
    private static readonly string[] WholeNumbers = ["l", "env_steps", "epoch", "examples"];

    private readonly RunExportColumns _run;
    private readonly ValueColumn<long> _episode = new("episode");
    private readonly ValueColumn<long>[] _whole;
    private readonly ValueColumn<double>[] _real;

    /// <summary>Makes the columns.</summary>
    /// <param name="names">The columns of their episodes, all together.</param>
    public EpisodeExportColumns(IReadOnlyList<CataloguedRun> runs, IReadOnlyList<string> names)
    {
        _run = RunExportColumns.Short(runs);
        string[] free =
        [
            .. names.Except(
                _run.Columns.Append(_episode).Select(column => column.Name),
                StringComparer.OrdinalIgnoreCase
            ),
        ];
        _whole = [.. free.Intersect(WholeNumbers, StringComparer.Ordinal).Select(name => new ValueColumn<long>(name))];
        _real = [.. free.Except(WholeNumbers, StringComparer.Ordinal).Select(name => new ValueColumn<double>(name))];
    }

    /// <summary>The columns, in their order.</summary>
    public IEnumerable<ExportColumn> Columns => [.. _run.Columns, _episode, .. _whole, .. _real];

    /// <summary>Adds the episodes of a run.</summary>
    public void Add(CataloguedRun run, RunTable episodes)
    {
        for (var row = 0; row < episodes.Count; row++)
        {
            _run.Add(run);
            _episode.Add(row + 1);
        }

        Array.ForEach(_whole, column => Add(column, episodes, value => (long)value));
        Array.ForEach(_real, column => Add(column, episodes, value => value));
    }

    private static void Add<T>(ValueColumn<T> column, RunTable episodes, Func<double, T> convert)
        where T : struct
    {
        var values = episodes.Find(column.Name);
        for (var row = 0; row < episodes.Count; row++)
        {
            column.Add(values?[row] is { } value && !double.IsNaN(value) ? convert(value) : null);
        }
    }
}
