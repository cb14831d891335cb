namespace Hebb.Cli.Tests.Consoles;

/// <summary>Help on terminals of every width: it ends, and names every option.</summary>
public sealed class HelpWidthTests
{
    private const int Widest = 400;

    // So few columns are given as are needed; all widths of every command would take a minute.
    private static readonly int[] Few = [1, 2, 3, 4, 5, 7, 10, 20, 30, 39, 40, 41, 60, 80, 120, Widest];

    public static TheoryData<string> Commands => [.. AllCommands.All.Select(one => string.Join(' ', one.Words))];

    [Theory, MemberData(nameof(Commands))]
    public async Task Help_of_every_command_ends_and_names_every_option(string words)
    {
        foreach (var width in Few)
        {
            await AssertWhole(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), width);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("config new")]
    public async Task It_does_at_every_width(string words)
    {
        for (var width = 1; width <= Widest; width++)
        {
            await AssertWhole(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), width);
        }
    }

    private static async Task AssertWhole(string[] words, int width)
    {
        var (_, command) = AllCommands.All.Single(one => one.Words.SequenceEqual(words));
        CommandResult result = await CommandCall.RunOnTerminal((width, 24), "", [.. words, "--help"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.All(
            command.Options.Select(option => option.Name).Concat(command.Subcommands.Select(sub => sub.Name)),
            name => Assert.Contains(name, result.Output, StringComparison.Ordinal)
        );
    }
}
