namespace Hebb.Cli.Consoles;

/// <summary>The exit codes of the command.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>Something outside the user's input went wrong, such as a full disk.</summary>
    public const int Failure = 1;

    /// <summary>The arguments, or the files they name, cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl-C: 128 and the number of the signal, as shells count.</summary>
    public const int Interrupted = 130;
}
