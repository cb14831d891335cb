using Hebb.Cli.Consoles;
using Hebb.Lab.Runs.Progress;

namespace Hebb.Cli.Progress;

/// <summary>Does what takes long: tells how it comes on, and ends cleanly on Ctrl-C.</summary>
internal static class WorkRunner
{
    /// <summary>
    /// Shows how work comes on. Where nobody watches any more, as behind a broken pipe, the work goes on and its results are written;
    /// whatever is shown after that says that it cannot be.
    /// </summary>
    public static void Watch(Action show)
    {
        try
        {
            show();
        }
        catch (IOException)
        {
            // The command shows more at its end.
        }
    }

    /// <summary>Does it.</summary>
    /// <param name="subject">What is about to be done, in a line.</param>
    /// <param name="finish">Writes the files and shows the results; gives the exit code.</param>
    /// <returns>The exit code.</returns>
    public static int Run(
        Terminal terminal,
        FormattableString subject,
        string directory,
        WorkProgress progress,
        Action work,
        Func<WorkOutput, int> finish,
        CancellationToken cancellation
    )
    {
        var output = new WorkOutput(terminal);
        output.Begin(subject, directory, progress);
        try
        {
            var working = Task.Run(work, CancellationToken.None);
            Watch(() => output.Follow(progress, working));
            working.GetAwaiter().GetResult();
            Watch(() => output.Writing(progress));
            return finish(output);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Stopped(directory, progress);
            return ExitCode.Interrupted;
        }
    }
}
