using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Lab.Records;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Benchmarks;

/// <summary>Every agent in every environment that it is made for, from the same seeds; each beside its backprop twin.</summary>
internal sealed class BenchmarkStudy()
    : Study<BenchmarkOptions, IReadOnlyList<TrainingSummary>>(
        Benchmark.Name,
        "Train every agent in every environment that it is made for, with the same seeds, and write the tables and the "
            + "figure. The same arguments continue an interrupted command, and give the same returns."
    )
{
    /// <inheritdoc/>
    public override FormattableString Subject(BenchmarkOptions options) =>
        $"{Counted.Text(options.Agents.Count, "agent")}, {Counted.Text(options.Environments.Count, "environment")}, {Counted.Text(options.Seeds.Count, "seed")} ({options.Seeds}): {options.Configuration.Groups.Length * options.Seeds.Count} runs.";

    /// <inheritdoc/>
    public override BenchmarkOptions Check(BenchmarkOptions options)
    {
        if (options.Agents.Count == Benchmark.Agents.Length)
        {
            return options with { Agents = [.. options.Agents.Where(IsMadeFor)] };
        }

        // Left out without a word, an agent that was asked for would seem to be forgotten.
        return options.Agents.FirstOrDefault(agent => !IsMadeFor(agent)) is { } stranger
            ? throw new StudyOptionException(
                $"--envs {string.Join(',', options.Environments)}: {stranger.Name} is made for {string.Join(", ", stranger.Environments)} alone"
            )
            : options;

        bool IsMadeFor(AgentEntry agent) => options.Environments.Any(agent.IsFor);
    }

    /// <inheritdoc/>
    public override IConfiguration ConfigurationOf(BenchmarkOptions options) => options.Configuration;

    /// <inheritdoc/>
    public override StudyPlan<IReadOnlyList<TrainingSummary>> Plan(BenchmarkOptions options, string directory) =>
        StudyPlan.Of(
            directory,
            options.Configuration,
            held => new TrainingExperiment(held, CatalogueSet.Standard.Agents),
            experiment => experiment.ProgressOf("agent", "steps"),
            (experiment, run, cancellation) => experiment.Run(run, cancellation)
        );

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Action<Stream> Write)> Files(
        BenchmarkOptions options,
        IReadOnlyList<TrainingSummary> findings,
        string command
    ) =>
        [
            ("runs.csv", stream => RunsTable.Write(stream, findings)),
            ("summary.csv", stream => TrainingTable.Write(stream, findings)),
            ("summary.md", stream => BenchmarkPage.Write(stream, options.Configuration, findings, command)),
            .. new BenchmarkFigure(findings).Files("benchmark"),
        ];

    /// <inheritdoc/>
    public override void Show(BenchmarkOptions options, IReadOnlyList<TrainingSummary> findings, IStudyOutput output)
    {
        foreach (var ofOne in findings.GroupBy(row => row.Environment.Name, StringComparer.Ordinal))
        {
            TrainingSummary[] rows = [.. ofOne];
            output.Line($"");
            output.Line($"{ofOne.Key}: {BenchmarkPage.Budgets(rows)}");
            output.Show(TrainingColumns.TableOf(rows));
            output.Line($"{TrainingColumns.NoteOf(rows)}");
        }
    }
}
