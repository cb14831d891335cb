using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Hebb.Cli.Tests;

/// <summary>
/// The command <c>hebb</c> as a process of its own, with its output redirected: for what only a process can show, such as
/// signals, full disks and locks. All else is a <see cref="CommandCall"/>, which costs no start.
/// </summary>
internal static class CommandProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Hebb.Cli.dll");

    /// <summary>Runs the command to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<CommandResult> Run(params string[] arguments)
    {
        using Process process = Start(arguments);
        return await End(process);
    }

    /// <summary>Runs the command to its end in a folder.</summary>
    /// <param name="folder">The folder that relative paths begin in.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<CommandResult> RunIn(string folder, params string[] arguments)
    {
        using Process process = StartLine("dotnet", [Program, .. arguments], folder: folder);
        return await End(process);
    }

    /// <summary>Runs a line of a POSIX shell to its end in a folder.</summary>
    /// <param name="folder">The folder that relative paths begin in.</param>
    /// <param name="line">The line.</param>
    public static async Task<CommandResult> RunShell(string folder, string line)
    {
        using Process process = StartLine("sh", ["-c", line], folder: folder);
        return await End(process);
    }

    /// <summary>Runs the command where no file may become longer than something, as on a disk that is full.</summary>
    /// <param name="kilobytes">How long a file may be, in units of 1024 bytes.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<CommandResult> RunLimited(int kilobytes, params string[] arguments)
    {
        // The runtime keeps its code in files of its own unless it is told not to.
        return await RunInShell(
            $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {kilobytes}; exec \"$@\"",
            arguments
        );
    }

    /// <summary>Runs the command to its end by a line of a shell, in which it is <c>"$@"</c>.</summary>
    /// <param name="line">The line.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<CommandResult> RunInShell(string line, params string[] arguments)
    {
        using Process process = StartLine("bash", ["-c", line, "bash", "dotnet", Program, .. arguments]);
        return await End(process);
    }

    /// <summary>Starts the command.</summary>
    /// <param name="arguments">Its arguments.</param>
    public static Process Start(params string[] arguments) => Start(arguments, readsInput: false);

    /// <summary>Starts the command.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="readsInput">Whether its standard input is written by the caller.</param>
    public static Process Start(string[] arguments, bool readsInput)
    {
        // A program started in the background of a shell without job control ignores Ctrl-C, and so do its children:
        // that must not depend on how the tests were started.
        string[] line = OperatingSystem.IsLinux()
            ? ["env", "--default-signal=INT", "dotnet", Program, .. arguments]
            : ["dotnet", Program, .. arguments];
        return StartLine(line[0], line[1..], readsInput);
    }

    /// <summary>Waits for the end of a command that was started.</summary>
    /// <param name="process">The command.</param>
    public static async Task<CommandResult> End(Process process)
    {
        ArgumentNullException.ThrowIfNull(process);
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The command did not end within {Limit.TotalSeconds} s.", exception);
        }
    }

    /// <summary>Sends a signal to a command, as Ctrl-C or <c>kill</c> does.</summary>
    /// <param name="process">The command.</param>
    /// <param name="signal">The signal's name, <c>INT</c>, <c>TERM</c> or <c>KILL</c>.</param>
    public static void Signal(Process process, string signal)
    {
        ArgumentNullException.ThrowIfNull(process);
        int number = signal switch
        {
            "INT" => 2,
            "KILL" => 9,
            "TERM" => 15,
            _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, "INT, KILL or TERM is needed."),
        };

        // Whether it has ended meanwhile is for the caller to see.
        _ = Kill(process.Id, number);
    }

    // Without a program of its own: a signal is not to come later than it is sent.
    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);

    private static Process StartLine(string program, string[] arguments, bool readsInput = false, string folder = "") =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                WorkingDirectory = folder,
                RedirectStandardInput = readsInput,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
