using System.CommandLine;

namespace Hebb.Cli.Tests;

/// <summary>Every command that there is, with the words that call it.</summary>
internal static class AllCommands
{
    /// <summary>The commands that do something, those below which there is none.</summary>
    public static IReadOnlyList<(string[] Words, Command Command)> Leaves { get; } =
    [.. All.Where(one => one.Command.Subcommands.Count == 0)];

    /// <summary>All of them, from <c>hebb</c> itself on.</summary>
    public static IEnumerable<(string[] Words, Command Command)> All => Below([], HebbCommand.Standard.Root);

    private static IEnumerable<(string[] Words, Command Command)> Below(string[] words, Command command) =>
        command.Subcommands.SelectMany(sub => Below([.. words, sub.Name], sub)).Prepend((words, command));
}
