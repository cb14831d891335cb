using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Looking;
using Hebb.Cli.Options;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Runs;
using Hebb.Lab.Summaries;
using Hebb.Lab.Tables;

namespace Hebb.Cli.Evaluating;

/// <summary>
/// <c>hebb eval</c>: what the agents of runs reach, as they are at their last checkpoints, in environments of their own.
/// </summary>
internal sealed class EvalCommand(CatalogueSet catalogues)
{
    private readonly Option<long> _episodes = WholeNumberOption.Create(
        "--episodes",
        "The episodes that each agent plays.",
        standard: 100,
        low: 1,
        high: 1_000_000
    );

    private readonly Option<bool> _sampled = new("--sampled")
    {
        Description = "Sample the actions as in training; otherwise it takes its greedy actions, if it has them.",
    };

    private readonly Option<ulong?> _seed = SeedOption.Create(
        "What the episodes are drawn from; by default the seed of each run, as in the evaluation at its end."
    );

    /// <summary>Makes the command.</summary>
    public Command Create()
    {
        var runs = new ChosenRuns("RUNS", catalogues);
        var command = new Command(
            "eval",
            "Play episodes with the agents of runs, as they are at their last checkpoints, and show the mean returns."
        );
        runs.AddTo(command);
        command.Add(_episodes);
        command.Add(_sampled);
        command.Add(_seed);
        command.SetLongAction((parsed, cancellation) => Run(runs.ReadSome(parsed), parsed, cancellation));
        return command;
    }

    private static readonly Columns<(CataloguedRun Run, bool IsGreedy, double[] Returns)> Columns = new()
    {
        { "run", row => row.Run.GroupFolder },
        { "seed", row => row.Run.Record.Seed },
        { "actions", row => row.IsGreedy ? "best" : "drawn" },
        { "episodes", row => row.Returns.Length },
        { "mean", row => row.Returns.Average(), FittedDecimals.Fitted },
        { "IQM [95 %]", row => Estimate.Of(row.Returns), FittedDecimals.Fitted },
        { "least", row => row.Returns.Min(), FittedDecimals.Fitted },
        { "greatest", row => row.Returns.Max(), FittedDecimals.Fitted },
    };

    private int Run(IReadOnlyList<CataloguedRun> runs, ParseResult parsed, CancellationToken cancellation)
    {
        var rows = new List<(CataloguedRun Run, bool IsGreedy, double[] Returns)>();
        foreach (CataloguedRun run in runs)
        {
            var kept = KeptAgent.Open(run.Folder, run.Catalogues);
            var policy = new EvaluatedPolicy(
                kept.Agent,
                kept.Plan.CreateEnvironment().Specification.Observations.Size,
                parsed.GetValue(_sampled)
            );
            var returns = GreedyEvaluation.Run(
                policy,
                kept.Plan.CreateEnvironment(),
                (int)parsed.GetValue(_episodes),
                parsed.GetValue(_seed) ?? kept.Record.Seed,
                cancellation
            );
            rows.Add((run, policy.IsGreedy, returns));
        }

        var terminal = Terminal.Of(parsed);
        TextTable.Of(Columns, rows).Write(terminal);
        if (
            IntervalText.Missing(rows.Select(row => (Estimate?)Estimate.Of(row.Returns)), "episodes") is
            { Length: > 0 } note
        )
        {
            terminal.Lines.WriteLine(note);
        }

        return ExitCode.Success;
    }
}
