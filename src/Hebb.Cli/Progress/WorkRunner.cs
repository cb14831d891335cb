using Hebb.Cli.Consoles;
using Hebb.Lab.Runs.Progress;

namespace Hebb.Cli.Progress;

/// <summary>Does what takes long: tells how it comes on, and ends cleanly on Ctrl-C.</summary>
internal static class WorkRunner
{
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
            try
            {
                output.Follow(progress, working);
            }
            catch (IOException)
            {
                // Nobody watches any more. The work goes on, and its results are written; what cannot be shown is said at the end.
            }

            working.GetAwaiter().GetResult();
            output.Writing(progress);
            return finish(output);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Stopped(directory, progress);
            return ExitCode.Interrupted;
        }
    }
}
