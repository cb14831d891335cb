using System.CommandLine;
using System.Globalization;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Cli.Consoles;
using Hebb.Cli.Looking;
using Hebb.Cli.Options;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Runs;
using Hebb.Lab.Summaries;

namespace Hebb.Cli.Evaluating;

/// <summary>
/// <c>hebb eval</c>: what the agents of runs reach, as they are at their last checkpoints, in environments of their own.
/// </summary>
/// <param name="catalogues">What the names in the records of runs mean.</param>
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
        Description =
            "Draw the actions as the agent does while it learns; otherwise it takes those that it holds best, if it can tell.",
    };

    private readonly Option<ulong?> _seed = SeedOption.Create(
        "What the episodes are drawn from; by default the seed of each run, as in the evaluation at its end."
    );

    /// <summary>Makes the command.</summary>
    /// <param name="catalogues">What the names in the records of runs mean.</param>
    public static Command Create(CatalogueSet catalogues) => new EvalCommand(catalogues).Create();

    private Command Create()
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
        command.SetAction(
            (parsed, cancellation) =>
                // On another thread: this one has to be free to hear of Ctrl-C.
                Task.Run(() => Run(runs.ReadSome(parsed), parsed, cancellation), CancellationToken.None)
        );
        return command;
    }

    private int Run(IReadOnlyList<CataloguedRun> runs, ParseResult parsed, CancellationToken cancellation)
    {
        var table = new FittedTable();
        foreach (
            (var name, var isNumber) in ((string, bool)[])
                [
                    ("run", false),
                    ("seed", true),
                    ("actions", false),
                    ("episodes", true),
                    ("mean", true),
                    ("IQM [95 %]", true),
                    ("least", true),
                    ("greatest", true),
                ]
        )
        {
            table.AddColumn(name, isNumber);
        }

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
            table.AddRow(Row(run, policy, returns));
        }

        table.Write(Terminal.Of(parsed));
        return ExitCode.Success;
    }

    private static string[] Row(CataloguedRun run, EvaluatedPolicy policy, double[] returns) =>
        [
            run.GroupFolder,
            run.Record.Seed.ToString(CultureInfo.InvariantCulture),
            policy.IsGreedy ? "best" : "drawn",
            returns.Length.ToString(CultureInfo.InvariantCulture),
            returns.Average().ToString("0.0", CultureInfo.InvariantCulture),
            Estimate.Of(returns).ToString(),
            returns.Min().ToString("0.0", CultureInfo.InvariantCulture),
            returns.Max().ToString("0.0", CultureInfo.InvariantCulture),
        ];
}
