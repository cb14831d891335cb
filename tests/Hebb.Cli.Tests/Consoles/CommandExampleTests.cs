using System.CommandLine;
using System.CommandLine.Parsing;
using Hebb.Cli.Consoles;

namespace Hebb.Cli.Tests.Consoles;

public sealed class CommandExampleTests
{
    public static TheoryData<string> Paths => [.. AllPaths(HebbCommand.Standard.Root, "hebb")];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Help_ends_with_examples_that_are_understood(string path)
    {
        CommandResult help = await CommandCall.Run([.. path.Split(' ').Skip(1), "--help"]);
        string[] examples =
        [
            .. help
                .Output.Split('\n')
                .SkipWhile(line => line != "Examples:")
                .Skip(1)
                .Select(line => line.Trim())
                .Where(line => line.Length > 0),
        ];
        Assert.NotEmpty(examples);
        Assert.All(
            examples,
            example =>
            {
                Assert.True(
                    path == "hebb" || example == path || example.StartsWith($"{path} ", StringComparison.Ordinal),
                    example
                );
                ParseResult parsed = HebbCommand.Standard.Root.Parse([
                    .. CommandLineParser.SplitCommandLine(example).Skip(1),
                ]);
                Assert.Empty(parsed.Errors);
                Assert.NotEqual(HebbCommand.Standard.Root, parsed.CommandResult.Command);
            }
        );
    }

    [Fact]
    public void There_are_examples_of_nothing_else() =>
        Assert.Equal(
            CommandExamples.All.Keys.Order(StringComparer.Ordinal),
            AllPaths(HebbCommand.Standard.Root, "hebb")
                .Where(path => CommandExamples.All.ContainsKey(path))
                .Order(StringComparer.Ordinal)
        );

    // The names that 'hebb list' lists are examples of themselves.
    private static IEnumerable<string> AllPaths(Command command, string path) =>
        command
            .Subcommands.Where(sub => !sub.Hidden && path != "hebb list")
            .SelectMany(sub => AllPaths(sub, $"{path} {sub.Name}"))
            .Prepend(path);
}
