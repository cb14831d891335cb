namespace Hebb.Cli.Tests;

public sealed class HelpTests
{
    [Theory]
    [InlineData("", "reproduce")]
    [InlineData("--help", "reproduce")]
    [InlineData("reproduce --help", "figure4")]
    [InlineData("reproduce figure4 --help", "--episodes <N>")]
    [InlineData("reproduce benchmark --help", "--agents <A,B>")]
    [InlineData("reproduce chains --help", "--listed-attempts <N>")]
    [InlineData("train --help", "--seeds <SEEDS>")]
    [InlineData("runs --help", "--group")]
    [InlineData("compare --help", "--baseline <NAME>")]
    [InlineData("plot --help", "--smooth <N>")]
    [InlineData("sensitivity --help", "<SWEEP>")]
    [InlineData("export --help", "--episodes")]
    [InlineData("check --help", "gradients")]
    [InlineData("config --help", "schema")]
    [InlineData("config check --help", "--set <PATH=VALUE>")]
    [InlineData("check gradients --help", "exit code is 0")]
    [InlineData("supervised --help", "--estimator <NAME>")]
    [InlineData("enjoy --help", "--out <FILE.png>")]
    [InlineData("env draw --help", "--actions <file>")]
    public async Task Help_says_what_there_is(string arguments, string expected)
    {
        CommandResult result = await CommandCall.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Usage:", result.Output, StringComparison.Ordinal);
        Assert.Contains("hebb", result.Output, StringComparison.Ordinal);
        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Version_is_told()
    {
        CommandResult result = await CommandCall.Run("--version");
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", result.Output);
    }

    [Theory]
    [InlineData("learn", "'learn' is no command or option of 'hebb'")]
    [InlineData("--learn", "'--learn' is no command or option of 'hebb'")]
    [InlineData("reproduce", "'hebb reproduce' needs a command: figure4, benchmark")]
    [InlineData("check", "'hebb check' needs a command: gradients")]
    [InlineData("reproduce figure5", "'figure5' is no command or option of 'hebb reproduce'")]
    public async Task A_command_that_does_not_exist_is_one_line_and_exit_code_2(string arguments, string expected)
    {
        CommandResult result = await CommandCall.Run(arguments.Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(result.Output);
    }
}
