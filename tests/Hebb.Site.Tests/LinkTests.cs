namespace Hebb.Site.Tests;

/// <summary>Every link, picture and script of every page leads somewhere within the site, or out of it by https.</summary>
public sealed class LinkTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, SitePage>> Pages = new(() =>
        Directory
            .EnumerateFiles(BuiltSite.Folder, "*.html", SearchOption.AllDirectories)
            .AsParallel()
            .Select(path => new SitePage(path))
            .ToDictionary(page => page.Path, StringComparer.Ordinal)
    );

    [Fact]
    public void No_link_is_broken()
    {
        BuiltSite.Require();
        Assert.Equal("", string.Join('\n', from page in Pages.Value.Values from fault in Faults(page) select fault));
    }

    [Fact]
    public void Links_are_seen()
    {
        BuiltSite.Require();
        Assert.True(Pages.Value.Count > 500, $"{Pages.Value.Count} pages are few");
        Assert.Contains("docs/engine.html#programs-of-your-own", Start.Targets, StringComparer.Ordinal);
        Assert.Contains("docs/figure4/figure4.png", Start.Targets, StringComparer.Ordinal);
        Assert.Contains("the-repository", Start.Anchors, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("docs/engine.html", null)]
    [InlineData("docs/engine.html#programs-of-your-own", null)]
    [InlineData("https://example.org/nothing", null)]
    [InlineData("docs/engines.html", "there is no such file")]
    [InlineData("docs/engine.html#programs-of-yours", "there is no such anchor")]
    [InlineData("../LICENSE", "it leads out of the site")]
    [InlineData("/docs/engine.html", "it leads out of the site")]
    [InlineData("http://example.org/", "it is neither within the site nor https")]
    [InlineData("file:///tmp/figure.png", "it is neither within the site nor https")]
    public void A_broken_link_is_found(string target, string? fault)
    {
        BuiltSite.Require();
        Assert.Equal(fault, Fault(Start, target));
    }

    private static SitePage Start => Pages.Value[Path.Combine(BuiltSite.Folder, "index.html")];

    private static IEnumerable<string> Faults(SitePage page) =>
        from target in page.Targets.Distinct(StringComparer.Ordinal)
        let fault = Fault(page, target)
        where fault is not null
        select $"{Path.GetRelativePath(BuiltSite.Folder, page.Path)}: {target}: {fault}";

    private static string? Fault(SitePage page, string target)
    {
        if (target.Contains(':', StringComparison.Ordinal))
        {
            return target.StartsWith("https://", StringComparison.Ordinal)
                ? null
                : "it is neither within the site nor https";
        }

        string[] parts = target.Split('#', 2);
        var file = Uri.UnescapeDataString(parts[0].Split('?')[0]);
        var path =
            file.Length == 0 ? page.Path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page.Path)!, file));
        return !path.StartsWith(BuiltSite.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                ? "it leads out of the site"
            : !File.Exists(path) ? "there is no such file"
            : parts.Length == 1 || parts[1].Length == 0 || !Pages.Value.TryGetValue(path, out SitePage? other) ? null
            : other.Anchors.Contains(Uri.UnescapeDataString(parts[1])) ? null
            : "there is no such anchor";
    }
}
