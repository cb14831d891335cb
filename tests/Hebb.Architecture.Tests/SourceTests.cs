using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Hebb.Architecture.Tests;

/// <summary>What the files of the sources have in common.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 350;
    private const int MedianLines = 80;
    private const int MostFiles = 22;

    private static readonly string Sources = Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "src")
    );

    private static readonly string[] Files =
    [
        .. Directory
            .EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Generated().IsMatch(path)),
    ];

    [Fact]
    public void A_namespace_is_a_folder() =>
        Assert.Empty(
            from path in Files
            let room = Path.GetRelativePath(Sources, Path.GetDirectoryName(path)!)
                .Replace(Path.DirectorySeparatorChar, '.')
            let match = Namespace().Match(File.ReadAllText(path))
            where match.Success && match.Groups[1].Value != room
            select $"{path}: {match.Groups[1].Value}"
        );

    [Fact]
    public void Files_are_short()
    {
        (string Path, int Lines)[] lengths =
        [
            .. Files.Select(path => (path, File.ReadLines(path).Count())).OrderBy(one => one.Item2),
        ];
        Assert.Empty(lengths.Where(file => file.Lines > MostLines));
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

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"[\\/](obj|bin)[\\/]")]
    private static partial Regex Generated();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
