namespace Hebb.Cli.Playing;

/// <summary>The command <c>hebb play</c>: a person plays what agents learn in.</summary>
internal static class PlayCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() =>
        new("play", "Play an environment yourself on the terminal.") { OpenLockCommand.Create() };
}
