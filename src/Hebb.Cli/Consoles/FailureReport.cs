using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Hebb.Cli.Consoles;

/// <summary>
/// What nobody expected to go wrong: a line for the user, and a file with the details for those who can mend it. Every exception that
/// no command knows ends here.
/// </summary>
internal static class FailureReport
{
    // So many reports of one moment are one too many.
    private const int MostNames = 100;

    // What the systems answer where a file is to be made and one of the name is there.
    private const int ThereOnUnix = 17;
    private const int ThereOnWindows = unchecked((int)0x80070050);

    /// <summary>The folder of reports: that of temporary files, or the current one where there is none.</summary>
    public static string StandardFolder()
    {
        var temporary = Path.GetTempPath();
        return Directory.Exists(temporary) ? temporary : Directory.GetCurrentDirectory();
    }

    /// <summary>Writes the details and says in a line what went wrong and where they are.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="folder">Gives the folder of the file.</param>
    public static string Of(Exception exception, IReadOnlyList<string> arguments, Func<string> folder)
    {
        var cause = Cause(exception);
        try
        {
            try
            {
                return $"{cause}; the details are in {Write(exception, arguments, folder())}";
            }
            catch (OutOfMemoryException)
            {
                // What the command held is not needed any more.
                GC.Collect();
                return $"{cause}; the details are in {Write(exception, arguments, folder())}";
            }
        }
#pragma warning disable CA1031 // Nothing may hide what went wrong first.
        catch (Exception other)
#pragma warning restore CA1031
        {
            return $"{cause}; the details could not be written ({other.Message.TrimEnd('.')})";
        }
    }

    private static string Cause(Exception exception)
    {
        for (Exception? one = exception; one is not null; one = one.InnerException)
        {
            if (one is OutOfMemoryException)
            {
                return "there is not enough memory: fewer jobs or threads, smaller networks, batches or datasets need less";
            }
        }

        // What only carries another exception says nothing itself.
        Exception cause = exception;
        while (
            cause is AggregateException or TargetInvocationException or TypeInitializationException
            && cause.InnerException is { } inner
        )
        {
            cause = inner;
        }

        return $"this should not have happened: {cause.Message.TrimEnd('.')}";
    }

    private static string Write(Exception exception, IReadOnlyList<string> arguments, string folder)
    {
        var begin = string.Create(
            CultureInfo.InvariantCulture,
            $"hebb-error-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}"
        );
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // A command line may hold what is meant for its user alone.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        for (var number = 1; ; number++)
        {
            var path = Path.Combine(
                folder,
                number == 1 ? $"{begin}.txt" : string.Create(CultureInfo.InvariantCulture, $"{begin}-{number}.txt")
            );
            try
            {
                // Made anew, so that no link that lies there is followed.
                using var stream = new FileStream(path, options);
                stream.Write(Encoding.UTF8.GetBytes(Details(exception, arguments)));
                return path;
            }
            catch (IOException taken) when (number < MostNames && taken.HResult is ThereOnUnix or ThereOnWindows)
            {
                // Another report, or something else, has the name.
            }
        }
    }

    private static string Details(Exception exception, IReadOnlyList<string> arguments) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            hebb {ConsoleVersion.Text}
            at {DateTime.UtcNow:O}
            {RuntimeInformation.OSDescription}, {RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes
                >> 20} MiB of memory, culture '{CultureInfo.CurrentCulture.Name}'
            in {Environment.CurrentDirectory}

            hebb {string.Join(' ', arguments.Select(ShellText.Word))}

            {exception}

            """
        );
}
