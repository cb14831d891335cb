using System.Collections.Immutable;
using System.CommandLine;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Cli.Progress;
using Hebb.Cli.Training;
using Hebb.Lab.Configurations;
using Hebb.Lab.Studies.Benchmarks;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;

namespace Hebb.Cli.Reproduce;

/// <summary>
/// <c>hebb reproduce benchmark</c>: every agent in every environment that it is made for, from the same seeds; each beside
/// its backprop twin. Interrupted, it goes on where it stopped.
/// </summary>
internal static class BenchmarkCommand
{
    private static readonly Option<ImmutableArray<string>?> Agents = NamesOption.Create(
        "--agents",
        "agent",
        "agents",
        [.. Benchmark.Agents.Select(agent => agent.Name)]
    );

    private static readonly Option<ImmutableArray<string>?> Environments = NamesOption.Create(
        "--envs",
        "environment",
        "environments",
        Benchmark.Environments
    );

    private static readonly Option<SeedSet> Seeds = SeedsOption.Create(Benchmark.Seeds);

    private static readonly Option<long?> Steps = StepsOption.Create(
        "The environment steps that every run learns for; by default the budget of its agent and environment."
    );

    private static readonly Option<long> Jobs = JobsOption.Create();

    private static readonly Option<string> Out = OutOption.Create(
        "The directory of the results: a new one, or one to go on with.",
        Benchmark.Name
    );

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            Benchmark.Name,
            "Let every agent learn in every environment that it is made for, from the same seeds, and write the tables and the "
                + "figure. The same arguments go on with what an interrupted command has left, and give the same returns."
        )
        {
            Agents,
            Environments,
            Seeds,
            Steps,
            Jobs,
            Out,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                BenchmarkOptions options = Read(parsed);

                // On another thread: this one has to be free to hear of Ctrl-C.
                return Task.Run(() => Run(options, Terminal.Of(parsed), cancellation), CancellationToken.None);
            }
        );
        return command;
    }

    private static BenchmarkOptions Read(ParseResult parsed)
    {
        ImmutableArray<string> environments = parsed.GetValue(Environments) ?? Benchmark.Environments;
        return new BenchmarkOptions(
            ChosenAgents(parsed.GetValue(Agents), environments),
            environments,
            parsed.GetRequiredValue(Seeds),
            parsed.GetValue(Steps),
            (int)parsed.GetValue(Jobs),
            parsed.GetRequiredValue(Out)
        );
    }

    private static ImmutableArray<AgentEntry> ChosenAgents(
        ImmutableArray<string>? names,
        ImmutableArray<string> environments
    )
    {
        if (names is not { } chosen)
        {
            return [.. Benchmark.Agents.Where(agent => IsMadeFor(agent, environments))];
        }

        AgentEntry[] agents = [.. Benchmark.Agents.Where(agent => chosen.Contains(agent.Name, StringComparer.Ordinal))];

        // Left out without a word, an agent that was asked for would seem to be forgotten.
        return Array.Find(agents, agent => !IsMadeFor(agent, environments)) is { } stranger
            ? throw new InputException(
                $"--envs {string.Join(',', environments)}: {stranger.Name} is made for {string.Join(", ", stranger.Environments)} alone"
            )
            : [.. agents];
    }

    private static bool IsMadeFor(AgentEntry agent, ImmutableArray<string> environments) =>
        environments.Any(agent.IsFor);

    private static int Run(BenchmarkOptions options, Terminal terminal, CancellationToken cancellation)
    {
        TrainingConfiguration configuration = options.Configuration;
        return TrainingSession.Run(
            terminal,
            options.Out,
            configuration,
            CatalogueSet.Standard.Agents,
            options.Jobs,
            $"{Counted.Text(options.Agents.Length, "agent")}, {Counted.Text(options.Environments.Length, "environment")}, {Counted.Text(options.Seeds.Count, "seed")} ({options.Seeds}): {configuration.Groups.Length * options.Seeds.Count} runs.",
            (output, directory, summaries) =>
            {
                BenchmarkResults.Write(directory, summaries, options.CommandLine, cancellation);
                Show(output, summaries);
                output.Written(BenchmarkResults.FileNames.Select(directory.PathOf));
            },
            cancellation
        );
    }

    private static void Show(RunsOutput output, IReadOnlyList<TrainingSummary> summaries)
    {
        foreach (var ofOne in summaries.GroupBy(row => row.Environment.Name, StringComparer.Ordinal))
        {
            TrainingSummary[] rows = [.. ofOne];
            output.Line($"");
            output.Line($"{ofOne.Key}: {BenchmarkPage.Budgets(rows)}");
            output.Show(TrainingTables.OfSummaries(rows));
            output.Line($"{TrainingTables.Note(rows)}");
        }
    }
}
