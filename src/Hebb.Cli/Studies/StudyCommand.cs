using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Cli.Progress;
using Hebb.Lab.Records;
using Hebb.Lab.Studies;

namespace Hebb.Cli.Studies;

/// <summary>Makes the commands of studies, such as <c>hebb reproduce figure4</c>. One whose runs are kept continues where it stopped.</summary>
internal static class StudyCommand
{
    /// <summary>Makes a command with a study below it for each.</summary>
    public static Command Create(string name, string description, IEnumerable<Study> studies)
    {
        var command = new Command(name, description);
        foreach (Study study in studies)
        {
            command.Add(Create(name, study));
        }

        return command;
    }

    private static Command Create(string parent, Study study)
    {
        var command = new Command(study.Name, study.Description);
        StudyArgument[] arguments = [.. study.Options.Select(StudyArgument.Of)];
        Option<long> jobs = JobsOption.Create(study.KeepsRuns ? "runs go at a time" : "threads measure");
        var usual = Path.Combine("results", study.Name);
        Option<string?> directory = OutOption.CreateBeside(
            study.KeepsRuns
                ? "The directory of the results: a new one, or one to continue."
                : "The directory of the results; files of the same names there are replaced.",
            usual
        );
        Option[] all =
        [
            .. arguments.Select(argument => argument.Option),
            .. study.TakesJobs ? [jobs] : (Option[])[],
            directory,
        ];
        Array.ForEach(all, command.Add);
        command.SetLongAction(
            (parsed, cancellation) =>
            {
                StudyOptions options = study.CreateOptions();
                foreach (StudyArgument argument in arguments)
                {
                    if (argument.Value(parsed) is { } value)
                    {
                        argument.Declared.Set(options, value);
                    }
                }

                var count = study.TakesJobs ? (int)parsed.GetValue(jobs) : 1;
                var terminal = Terminal.Of(parsed);
                var given = parsed.GetValue(directory);
                ResultPlace place = given is null
                    ? Guarded(() => study.PlaceOf(options, usual))
                    : new ResultPlace(given, given);
                OutOption.Tell(place, terminal.Lines);
                return Run($"hebb {parent} {study.Name}", study, options, count, place.Path, terminal, cancellation);
            }
        );
        return command;
    }

    private static int Run(
        string command,
        Study study,
        StudyOptions options,
        int jobs,
        string directory,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        using StudySession session = Open(study, options, directory);
        if (!study.KeepsRuns)
        {
            OutOption.Prepare(directory);
        }

        return WorkRunner.Run(
            terminal,
            session.Subject,
            directory,
            session.Progress,
            () => session.Run(jobs, cancellation),
            output =>
            {
                var files = session.Write(
                    arguments => $"{command}{arguments} --out {ShellText.Path(directory)}",
                    cancellation
                );
                session.Show(output);
                output.Written(files);
                return session.IsAsExpected ? ExitCode.Success : ExitCode.Failure;
            },
            cancellation
        );
    }

    private static StudySession Open(Study study, StudyOptions options, string directory)
    {
        OutOption.Require(directory);
        return Guarded(() => study.Open(options, directory));
    }

    private static T Guarded<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (StudyOptionException exception)
        {
            throw new InputException(exception.Message, exception);
        }
    }
}
