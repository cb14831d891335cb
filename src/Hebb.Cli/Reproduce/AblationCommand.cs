using System.Collections.Immutable;
using System.CommandLine;
using Hebb.Cli.Training;
using Hebb.Lab.Configurations;
using Hebb.Lab.Studies.Ablations;
using Hebb.Lab.Tables;
using Hebb.Lab.Training;

namespace Hebb.Cli.Reproduce;

/// <summary>
/// <c>hebb reproduce ablation</c>: from the report's rules to the working ones, one change at a time, and how much the working ones
/// hang on their numbers. Interrupted, it goes on where it stopped.
/// </summary>
internal static class AblationCommand
{
    private static readonly Option<ImmutableArray<string>?> Studies = NamesOption.Create(
        "--studies",
        "study",
        "studies",
        [.. Ablation.Studies.Select(study => study.Name)]
    );

    private static readonly Option<SeedSet> Seeds = SeedsOption.Create(Ablation.Seeds);

    private static readonly Option<long?> Steps = StepsOption.Create(
        FormattableString.Invariant(
            $"The environment steps that every run learns for; {Ablation.StandardSteps} by default."
        )
    );

    private static readonly Option<long> Jobs = JobsOption.Create();

    private static readonly Option<string> Out = OutOption.Create(
        "The directory of the results: a new one, or one to go on with.",
        Ablation.Name
    );

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            Ablation.Name,
            "Go from the report's rules to the working ones, one change at a time, and vary every number of the working ones, on "
                + $"{Ablation.Environment}; write the tables and the figures. The same arguments go on with what an interrupted command has left."
        )
        {
            Studies,
            Seeds,
            Steps,
            Jobs,
            Out,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                AblationOptions options = Read(parsed);

                // On another thread: this one has to be free to hear of Ctrl-C.
                return Task.Run(() => Run(options, Terminal.Of(parsed), cancellation), CancellationToken.None);
            }
        );
        return command;
    }

    private static AblationOptions Read(ParseResult parsed)
    {
        var names = parsed.GetValue(Studies);
        return new AblationOptions(
            [
                .. Ablation.Studies.Where(study =>
                    names is not { } chosen || chosen.Contains(study.Name, StringComparer.Ordinal)
                ),
            ],
            parsed.GetRequiredValue(Seeds),
            parsed.GetValue(Steps) ?? Ablation.StandardSteps,
            (int)parsed.GetValue(Jobs),
            parsed.GetRequiredValue(Out)
        );
    }

    private static int Run(AblationOptions options, Terminal terminal, CancellationToken cancellation)
    {
        TrainingConfiguration configuration = options.Configuration;
        var agents = configuration.Groups.Length;
        return TrainingSession.Run(
            terminal,
            options.Out,
            configuration,
            Ablation.Agents(options.Studies),
            options.Jobs,
            $"{Counted.Text(options.Studies.Length, "study", "studies")}, {Counted.Text(agents, "agent")}, {Counted.Text(options.Seeds.Count, "seed")} ({options.Seeds}): {agents * options.Seeds.Count} runs.",
            (output, directory, summaries) =>
            {
                var findings = StudyFindings.Of(options.Studies, summaries);
                var files = AblationResults.Write(directory, findings, options.CommandLine, cancellation);
                foreach (StudyFindings one in findings)
                {
                    output.Line($"");
                    output.Line($"{one.Study.Title}");
                    output.Show(TrainingTables.OfSummaries(one.Summaries));
                }

                output.Line($"{TrainingTables.Note(summaries)}");
                output.Written(files.Select(directory.PathOf));
            },
            cancellation
        );
    }
}
