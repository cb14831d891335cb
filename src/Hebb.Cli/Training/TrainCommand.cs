using System.CommandLine;
using Hebb.Agents;
using Hebb.Cli.Progress;
using Hebb.Environments;
using Hebb.Lab.Experiments;
using Hebb.Lab.Summaries;
using Hebb.Lab.Training;

namespace Hebb.Cli.Training;

/// <summary>
/// <c>hebb train</c>: an agent of the catalogue learns in an environment from some seeds; the episodes, tables and the
/// learning curve are written. Interrupted, it goes on where it stopped.
/// </summary>
internal static class TrainCommand
{
    // As many seeds as fit on a screen beside all else.
    private const int FewSeeds = 20;

    private static readonly Argument<string> Agent = new("AGENT")
    {
        Description = "The agent; 'hebb list agents' names them.",
    };

    private static readonly Option<string> Environment = ChoiceOption.Create(
        "--env",
        "The environment",
        EnvironmentCatalogue.Names,
        "CartPole-v1"
    );

    private static readonly Option<SeedSet> Seeds = SeedsOption.Create(SeedSet.Range(0, 4));

    private static readonly Option<long?> Steps = StepsOption.Create(
        "The environment steps that each run learns for; by default the benchmark's budget of agent and environment."
    );

    private static readonly Option<long> Jobs = JobsOption.Create();

    private static readonly Option<long> Evaluate = WholeNumberOption.Create(
        "--evaluate",
        "The episodes that each agent plays after its learning with the actions that it holds best.",
        standard: Benchmark.Evaluation,
        low: 0,
        high: 1_000_000
    );

    private static readonly Option<bool> Diagnostics = new("--diagnostics")
    {
        Description =
            "Also measure what costs time, such as the angle between an agent's gradients and the exact ones.",
    };

    private static readonly Option<string?> Out = OutOption.Create(
        "The directory of the results: a new one, or one to go on with. [default: results/AGENT-ENV]"
    );

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "train",
            "Let an agent learn in an environment from some seeds; write every episode, the tables and the learning curve. The "
                + "same arguments go on with what an interrupted command has left, and give the same returns."
        )
        {
            Agent,
            Environment,
            Seeds,
            Steps,
            Jobs,
            Evaluate,
            Diagnostics,
            Out,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                TrainOptions options = Read(parsed);

                // On another thread: this one has to be free to hear of Ctrl-C.
                return Task.Run(() => Run(options, cancellation), CancellationToken.None);
            }
        );
        return command;
    }

    private static TrainOptions Read(ParseResult parsed)
    {
        AgentEntry agent = AgentChoice.Find(parsed.GetRequiredValue(Agent));
        var environment = parsed.GetRequiredValue(Environment);
        AgentChoice.Require(agent, environment);
        return new TrainOptions(
            agent,
            environment,
            parsed.GetRequiredValue(Seeds),
            parsed.GetValue(Steps) ?? Benchmark.Budget(agent.Name, environment),
            (int)parsed.GetValue(Jobs),
            (int)parsed.GetValue(Evaluate),
            parsed.GetValue(Diagnostics),
            parsed.GetValue(Out) ?? Path.Combine("results", $"{agent.Name}-{environment}")
        );
    }

    private static int Run(TrainOptions options, CancellationToken cancellation) =>
        TrainingSession.Run(
            options.Out,
            options.Configuration,
            AgentCatalogue.All,
            options.Jobs,
            $"{options.Agent.Title} in {options.Environment}: {Counted.Text(options.Seeds.Count, "seed")} ({options.Seeds}), {options.Steps:N0} steps a run.",
            (output, directory, summaries) =>
            {
                TrainingResults.Write(directory, summaries[0], options.CommandLine, cancellation);
                Show(output, summaries[0]);
                output.Written(TrainingResults.FileNames.Select(directory.PathOf));
            },
            cancellation
        );

    private static void Show(RunsOutput output, TrainingSummary summary)
    {
        if (summary.Seeds is > 1 and <= FewSeeds)
        {
            output.Show(TrainingTables.OfRuns(summary));
        }

        output.Show(TrainingTables.OfSummaries([summary], output.Width));
        output.Line($"{TrainingTables.Note([summary])}");
    }
}
