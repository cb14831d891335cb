using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Hebb.Cli.Tests.Gallery;

/// <summary>A page of docs/gallery: what a person wrote, and the blocks that are made of the program and of the other pages.</summary>
/// <param name="path">Its file.</param>
internal sealed partial class GalleryPage(string path)
{
    private const string Indent = "    ";

    /// <summary>The folder of all pages of the documentation.</summary>
    public static string Documentation { get; } =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs"));

    /// <summary>All pages, the index among them.</summary>
    public static IReadOnlyList<GalleryPage> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Documentation, "gallery"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new GalleryPage(path)),
    ];

    /// <summary>The pages about agents and estimators, without the index.</summary>
    public static IReadOnlyList<GalleryPage> Entries { get; } =
    [.. All.Where(page => page.Name.Contains('/', StringComparison.Ordinal))];

    /// <summary>Its place below the gallery, such as <c>agents/ppo.md</c>.</summary>
    public string Name => Path.GetRelativePath(Path.Combine(Documentation, "gallery"), path).Replace('\\', '/');

    /// <summary>What is in it.</summary>
    public string Text { get; } = File.ReadAllText(path);

    /// <summary>Its title.</summary>
    public string Title => Text.Split('\n')[0].TrimStart('#', ' ');

    /// <summary>Its blocks: what each is made of, and what stands in it.</summary>
    public IEnumerable<(string Kind, string Argument, string Content)> Blocks =>
        Block()
            .Matches(Text)
            .Select(match =>
                (match.Groups["kind"].Value, match.Groups["argument"].Value, match.Groups["content"].Value)
            );

    /// <summary>The agents and estimators whose settings it tells, in its order.</summary>
    public IEnumerable<string> Subjects =>
        from block in Blocks
        where block.Kind is "settings" or "variants"
        from name in block.Argument.Split(' ')
        select name;

    /// <summary>The commands that it shows: the lines that are indented by four spaces, continued ones joined.</summary>
    public IEnumerable<string> Commands =>
        Fenced()
            .Replace(Text, "")
            .Replace("\\\n", " ", StringComparison.Ordinal)
            .Split('\n')
            .Where(line => line.StartsWith(Indent + "hebb ", StringComparison.Ordinal))
            .Select(line => line.Trim());

    /// <summary>The tests that it names, each a class and a method.</summary>
    public IEnumerable<(string Namespace, string Class, string Method)> Tests =>
        TestName()
            .Matches(Text)
            .Select(match =>
                (match.Groups["namespace"].Value, match.Groups["class"].Value, match.Groups["method"].Value)
            );

    /// <summary>Its text with other blocks.</summary>
    /// <param name="content">What is to stand in a block, by its kind and argument.</param>
    public string With(Func<string, string, string> content) =>
        Block()
            .Replace(
                Text,
                match =>
                    $"<!-- {match.Groups["kind"].Value}: {match.Groups["argument"].Value} -->\n\n"
                    + $"{content(match.Groups["kind"].Value, match.Groups["argument"].Value).Trim('\n')}\n\n<!-- end -->"
            );

    /// <summary>Writes it with another text.</summary>
    public void Write(string text) => File.WriteAllText(path, text);

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(
        @"<!-- (?<kind>\w+): (?<argument>[^>]*?) -->\n(?<content>.*?)<!-- end -->",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Block();

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Fenced();

    [GeneratedRegex(
        @"`(?<namespace>Hebb(\.\w+)*\.Tests(\.\w+)*)\.(?<class>\w+Tests)\.(?<method>\w+)`",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex TestName();
}
