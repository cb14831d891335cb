using System.Collections.Immutable;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Records;

namespace Hebb.Lab.Curves;

/// <summary>The curves of runs, by environment and configuration.</summary>
public sealed class RunCurves
{
    private const string Evaluation = "eval/mean_reward";

    private RunCurves(
        CurveAxis axis,
        string column,
        int smooth,
        ImmutableArray<ConfigurationCurve> curves,
        int unfinished
    )
    {
        Axis = axis;
        Column = column;
        Smooth = smooth;
        Curves = curves;
        Unfinished = unfinished;
    }

    /// <summary>What they are over.</summary>
    public CurveAxis Axis { get; }

    /// <summary>The column of the episodes that they show.</summary>
    public string Column { get; }

    /// <summary>Over how many episodes each point is a mean.</summary>
    public int Smooth { get; }

    /// <summary>How many of the runs are not finished.</summary>
    public int Unfinished { get; }

    /// <summary>How many configurations there are.</summary>
    public int Count => Curves.Length;

    /// <summary>The curves, in the order of the runs.</summary>
    internal ImmutableArray<ConfigurationCurve> Curves { get; }

    /// <summary>Reads the curves of runs.</summary>
    /// <param name="runs">The runs; at least one.</param>
    /// <param name="axis">What they are over.</param>
    /// <param name="name">The column or tag that they show.</param>
    /// <param name="smooth">Over how many episodes each point is a mean; at least 1.</param>
    /// <param name="cancellation">Asked before each run.</param>
    /// <exception cref="RecordException">No run has such a column, or the episodes of one cannot be read.</exception>
    public static RunCurves Read(
        IReadOnlyList<CataloguedRun> runs,
        CurveAxis axis,
        string name,
        int smooth,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(axis);
        var configurations = ConfigurationRuns.Of(runs);
        var series = ReadAll(runs, cancellation);
        var column = Meant(name, [.. series.Values.SelectMany(one => one.Names).Distinct(StringComparer.Ordinal)]);
        ImmutableArray<ConfigurationCurve> curves =
        [
            .. configurations
                .AsParallel()
                .AsOrdered()
                .WithCancellation(cancellation)
                .Select(configuration =>
                    (
                        Configuration: configuration,
                        Curves: configuration
                            .Runs.Select(run => RunCurve.Of(run, series[run.Folder], axis, column, smooth))
                            .OfType<RunCurve>()
                            .ToArray()
                    )
                )
                .Where(one => one.Curves.Length > 0)
                .Select(one => ConfigurationCurve.Of(one.Configuration, one.Curves)),
        ];
        return curves.IsEmpty
            ? throw new RecordException($"none of these runs has measured {column} yet")
            : new RunCurves(axis, column, smooth, curves, runs.Count(run => run.State != RunState.Finished));
    }

    private static Dictionary<string, RunSeries> ReadAll(
        IReadOnlyList<CataloguedRun> runs,
        CancellationToken cancellation
    )
    {
        try
        {
            return runs.AsParallel()
                .WithCancellation(cancellation)
                .Select(run => (run.Folder, Series: RunSeries.Read(run.Folder)))
                .ToDictionary(one => one.Folder, one => one.Series, StringComparer.Ordinal);
        }
        catch (AggregateException exception) when (exception.InnerException is RecordException first)
        {
            throw new RecordException(first.Message, first);
        }
    }

    private static string Meant(string name, IReadOnlyCollection<string> columns)
    {
        if (columns.Count == 0)
        {
            throw new RecordException($"none of these runs has ended an episode yet: there is no {name} to show");
        }

        if (string.Equals(name, Evaluation, StringComparison.Ordinal))
        {
            throw new RecordException($"{name} is in the TensorBoard files alone: 'tensorboard --logdir' shows it");
        }

        return SeriesNames.Find(name, columns)
            ?? throw new RecordException(
                $"{name} is nothing that these runs measured; they have {string.Join(", ", columns.Select(SeriesNames.Both))}"
            );
    }
}
