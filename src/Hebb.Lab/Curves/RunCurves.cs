using Hebb.Agents.Diagnostics;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Logs;

namespace Hebb.Lab.Curves;

/// <summary>The curves of runs, by environment and configuration.</summary>
/// <param name="Axis">What they are over.</param>
/// <param name="Measured">What they show: a column of the episodes, or a tag of the events.</param>
/// <param name="Smooth">Over how many values each point is a mean.</param>
/// <param name="Unfinished">How many of the runs are not finished.</param>
public sealed record RunCurves(CurveAxis Axis, string Measured, int Smooth, int Unfinished)
{
    // Episodes vary, and their means tell; an evaluation is a mean already.
    private const int UsualSmoothing = 100;

    /// <summary>What they are over, in words.</summary>
    public string AxisTitle =>
        Curves.All(curve => curve.Configuration.Runs.All(run => run.IsSupervised)) ? Axis.SupervisedTitle : Axis.Title;

    /// <summary>How many configurations there are.</summary>
    public int Count => Curves.Length;

    /// <summary>The curves, in the order of the runs.</summary>
    internal ImmutableArray<ConfigurationCurve> Curves { get; private init; } = [];

    /// <summary>Reads the curves of runs.</summary>
    /// <param name="runs">The runs; at least one.</param>
    /// <param name="axis">What they are over.</param>
    /// <param name="name">
    /// The column or tag that they show; null for what is usual: the test accuracy of supervised training, the return of an agent's
    /// episodes.
    /// </param>
    /// <param name="smooth">
    /// Over how many values each point is a mean, at least 1; null for what is usual: 100 of what is measured with every episode, and 1
    /// evaluation or epoch.
    /// </param>
    /// <exception cref="RecordException">No run has such a column or tag, or what one has measured cannot be read.</exception>
    public static RunCurves Read(
        IReadOnlyList<CataloguedRun> runs,
        CurveAxis axis,
        string? name,
        int? smooth,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(axis);
        var isSupervised = runs.All(run => run.IsSupervised);
        name ??= isSupervised ? "test_accuracy" : TensorBoardTags.EpisodicReturn;

        // An epoch is measured over all its examples.
        var usual = isSupervised ? 1 : UsualSmoothing;
        var episodes = ReadAll(runs, run => run.ReadTable(), cancellation);
        string[] columns =
        [
            .. episodes.Values.SelectMany(table => table?.Names ?? []).Distinct(StringComparer.Ordinal),
        ];
        if (TensorBoardTags.FindColumn(name, columns) is { } column)
        {
            return Of(
                runs,
                axis,
                column,
                smooth ?? usual,
                run => episodes[run.Folder] is { } table ? MeasuredValues.OfColumn(table, axis, column) : null,
                run => axis.DivergenceOf(run, episodes[run.Folder]),
                cancellation
            );
        }

        var scalars = ReadAll(runs, run => RunScalars.Read(run, columns), cancellation);
        var tag = Meant(
            name,
            columns,
            [.. scalars.Values.SelectMany(one => one.Tags).Distinct(StringComparer.Ordinal)]
        );
        return Of(
            runs,
            axis,
            tag,
            smooth ?? (tag == TensorBoardTags.MeanReward ? 1 : usual),
            run => MeasuredValues.OfTag(run, scalars[run.Folder], episodes[run.Folder], axis, tag),
            run => axis.DivergenceOf(run, episodes[run.Folder]),
            cancellation
        );
    }

    private static RunCurves Of(
        IReadOnlyList<CataloguedRun> runs,
        CurveAxis axis,
        string measured,
        int smooth,
        Func<CataloguedRun, MeasuredValues?> valuesOf,
        Func<CataloguedRun, double?> divergenceOf,
        CancellationToken cancellation
    )
    {
        ImmutableArray<ConfigurationCurve> curves =
        [
            .. ConfigurationRuns
                .Of(runs)
                .AsParallel()
                .AsOrdered()
                .WithCancellation(cancellation)
                .Select(configuration =>
                    (
                        Configuration: configuration,
                        Curves: configuration
                            .Runs.Select(run =>
                                valuesOf(run) is { } values
                                    ? RunCurve.Of(run, values, axis, smooth, divergenceOf(run))
                                    : null
                            )
                            .OfType<RunCurve>()
                            .ToArray()
                    )
                )
                .Where(one => one.Curves.Length > 0)
                .Select(one => ConfigurationCurve.Of(one.Configuration, one.Curves)),
        ];
        return curves.IsEmpty
            ? throw new RecordException(NotMeasured(runs, measured))
            : new RunCurves(axis, measured, smooth, runs.Count(run => run.State != RunState.Finished))
            {
                Curves = curves,
            };
    }

    private static string NotMeasured(IReadOnlyList<CataloguedRun> runs, string measured) =>
        ApproximatorDiagnostics.IsCostly(measured) && !runs.Any(run => run.Settings.Find("diagnostics")?.Truth is true)
            ? $"{measured} costs time and is measured with diagnostics only: 'hebb train ... --diagnostics', or \"diagnostics\": true in the experiment file"
            : $"none of these runs has measured {measured}{(runs.Any(run => run.State != RunState.Finished) ? " yet" : ": it has no value for their agents")}";

    private static Dictionary<string, T> ReadAll<T>(
        IReadOnlyList<CataloguedRun> runs,
        Func<CataloguedRun, T> read,
        CancellationToken cancellation
    )
    {
        try
        {
            return runs.AsParallel()
                .WithCancellation(cancellation)
                .Select(run => (run.Folder, Read: read(run)))
                .ToDictionary(one => one.Folder, one => one.Read, StringComparer.Ordinal);
        }
        catch (AggregateException exception) when (exception.InnerException is RecordException first)
        {
            throw new RecordException(first.Message, first);
        }
    }

    private static string Meant(string name, string[] columns, string[] tags) =>
        columns.Length + tags.Length == 0
            ? throw new RecordException($"none of these runs has ended an episode yet: there is no {name} to show")
            : TensorBoardTags.Find(name, tags)
                ?? throw new RecordException(
                    $"{name} was not measured by these runs; they have {string.Join(", ", [.. columns.Select(TensorBoardTags.WithTag), .. tags])}"
                );
}

/// <summary>A panel of curves.</summary>
/// <param name="Colored">The labels of the configurations that have a colour, in the order of the colours.</param>
/// <param name="Threshold">The return from which the environment counts as solved; null where it is not shown.</param>
internal sealed record CurvesOfTask(
    string Environment,
    ConfigurationCurve[] Curves,
    string[] Colored,
    double? Threshold
);
