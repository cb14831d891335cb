using Hebb.Cli.Consoles;
using Hebb.Cli.Options;
using Hebb.Cli.Progress;
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
        Option<string> directory = OutOption.Create(
            study.KeepsRuns
                ? "The directory of the results: a new one, or one to continue."
                : "The directory of the results; files of the same names there are replaced.",
            study.Name
        );
        Option[] all =
        [
            .. arguments.Select(argument => argument.Option),
            .. study.TakesJobs ? [jobs] : (Option[])[],
            directory,
        ];
        Array.ForEach(all, command.Add);
        command.SetAction(
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

                var terminal = Terminal.Of(parsed);
                var count = study.TakesJobs ? (int)parsed.GetValue(jobs) : 1;
                var given = parsed.GetRequiredValue(directory);

                // On another thread: this one has to be free to hear of Ctrl-C.
                return Task.Run(
                    () => Run($"hebb {parent} {study.Name}", study, options, count, given, terminal, cancellation),
                    CancellationToken.None
                );
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
                    arguments => $"{command}{arguments} --out {OutOption.Quoted(directory)}",
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
        try
        {
            return study.Open(options, directory);
        }
        catch (StudyOptionException exception)
        {
            throw new InputException(exception.Message, exception);
        }
    }
}
