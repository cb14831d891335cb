using System.Text.RegularExpressions;
using Hebb.Cli;
using Hebb.Cli.Consoles;

namespace Hebb.Fuzz.Tests;

/// <summary>A command as its help shows it: whoever adds an option adds it to these tests too.</summary>
/// <param name="Path">The words that name it, behind <c>hebb</c>.</param>
/// <param name="Arguments">How many arguments it can take: 0, 1, or 3 where it takes any number.</param>
/// <param name="Options">Its options, with the name of their value; null of one that takes none.</param>
internal sealed partial record FuzzedSyntax(string[] Path, int Arguments, (string Name, string? Value)[] Options)
{
    /// <summary>All commands that do something of their own.</summary>
    public static async Task<FuzzedSyntax[]> ReadAll()
    {
        var found = new List<FuzzedSyntax>();
        await Read([], found);
        return [.. found];
    }

    private static async Task Read(string[] path, List<FuzzedSyntax> found)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var console = new CommandConsole(() => TextReader.Null, output, TextWriter.Null);
        Assert.Equal(0, await HebbCommand.Standard.Run([.. path, "--help"], console, CancellationToken.None));
        var help = $"{output}";
        string[] below = [.. Section(help, "Commands").Select(line => Word().Match(line).Value)];
        foreach (var name in below)
        {
            await Read([.. path, name], found);
        }

        if (below.Length == 0)
        {
            string usage = Section(help, "Usage").Single();
            found.Add(
                new FuzzedSyntax(
                    path,
                    usage.Contains(">...", StringComparison.Ordinal) ? 3 : usage.Contains('<', StringComparison.Ordinal) ? 1 : 0,
                    [.. Section(help, "Options").Select(Option)]
                )
            );
        }
    }

    private static (string Name, string? Value) Option(string line)
    {
        Match match = OptionLine().Match(line);
        return (match.Groups[1].Value, match.Groups[2].Success ? match.Groups[2].Value : null);
    }

    private static IEnumerable<string> Section(string help, string title) =>
        help.Split('\n')
            .SkipWhile(line => line != $"{title}:")
            .Skip(1)
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Trim());

    [GeneratedRegex(@"^\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(--[a-z-]+)(?: <([^>]+)>)?")]
    private static partial Regex OptionLine();
}
