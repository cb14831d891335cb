using System.Text.RegularExpressions;

namespace Hebb.Architecture.Tests;

/// <summary>What the files of the sources have in common.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 350;
    private const int MedianLines = 80;
    private const int MostFiles = 22;

    private static readonly string[] Files =
    [
        .. Directory
            .EnumerateFiles(Repository.Sources, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Generated().IsMatch(path)),
    ];

    [Fact]
    public void A_namespace_is_a_folder() =>
        Assert.Empty(
            from path in Files
            let room = Path.GetRelativePath(Repository.Sources, Path.GetDirectoryName(path)!)
                .Replace(Path.DirectorySeparatorChar, '.')
            let match = Namespace().Match(File.ReadAllText(path))
            where match.Success && match.Groups["room"].Value != room
            select $"{path}: {match.Groups["room"].Value}"
        );

    [Fact]
    public void Files_are_short()
    {
        (string Path, int Lines)[] lengths =
        [
            .. Files.Select(path => (path, File.ReadLines(path).Count())).OrderBy(one => one.Item2),
        ];
        Assert.DoesNotContain(lengths, file => file.Lines > MostLines);
        Assert.InRange(lengths[lengths.Length / 2].Lines, 1, MedianLines);
    }

    [Fact]
    public void No_folder_shows_more_than_about_twenty_files() =>
        Assert.Empty(
            Files
                .GroupBy(path => Path.GetDirectoryName(path), StringComparer.Ordinal)
                .Where(folder => folder.Count() > MostFiles)
                .Select(folder => $"{folder.Key}: {folder.Count()} files")
        );

    [GeneratedRegex(@"[\\/](obj|bin)[\\/]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Generated();

    [GeneratedRegex(
        @"^namespace (?<room>[\w.]+);",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Namespace();
}
