using Hebb.Cli;
using Hebb.Cli.Consoles;

namespace Hebb.Fuzz.Tests;

/// <summary>A command as its help shows it: whoever adds an option adds it to these tests too.</summary>
/// <param name="Path">The words that name it, behind <c>hebb</c>.</param>
/// <param name="Arguments">How many arguments it can take: 0, 1, or 3 where it takes any number.</param>
/// <param name="Options">Its options, with the name of their value; null of one that takes none.</param>
internal sealed record FuzzedSyntax(string[] Path, int Arguments, (string Name, string? Value)[] Options)
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
        string[] below = [.. Section(help, "Commands").Select(line => line.Split(' ')[0])];
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
                    usage.Contains(">...", StringComparison.Ordinal) ? 3
                        : usage.Contains('<', StringComparison.Ordinal) ? 1
                        : 0,
                    [.. Section(help, "Options").Select(Option)]
                )
            );
        }
    }

    // "-?, -h, --help  What it does", or "--seed <N>  What it does".
    private static (string Name, string? Value) Option(string line)
    {
        var name = line[line.IndexOf("--", StringComparison.Ordinal)..].Split(' ')[0];
        var value = line[(line.IndexOf(name, StringComparison.Ordinal) + name.Length)..];
        return (name, value.StartsWith(" <", StringComparison.Ordinal) ? value[2..value.IndexOf('>')] : null);
    }

    private static IEnumerable<string> Section(string help, string title) =>
        help.Split('\n')
            .SkipWhile(line => line != $"{title}:")
            .Skip(1)
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Trim());
}
