using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Hebb.Site.Tests;

/// <summary>A page of the built site: where it points to, and what can be pointed at.</summary>
internal sealed class SitePage
{
    private static readonly HtmlParser Parser = new();

    /// <summary>Reads a page.</summary>
    /// <param name="path">Its file.</param>
    public SitePage(string path)
    {
        using Stream content = File.OpenRead(path);
        using IDocument document = Parser.ParseDocument(content);
        Path = path;
        Anchors = document.QuerySelectorAll("[id]").Select(element => element.Id!).ToHashSet(StringComparer.Ordinal);
        Targets =
        [
            .. from element in document.QuerySelectorAll("[href], [src]")
            let target = element.GetAttribute("href") ?? element.GetAttribute("src")
            where !string.IsNullOrEmpty(target)
            select target,
        ];
    }

    /// <summary>Its file.</summary>
    public string Path { get; }

    /// <summary>The anchors that a link may end with.</summary>
    public IReadOnlySet<string> Anchors { get; }

    /// <summary>What its links, pictures and scripts point to, as it is written.</summary>
    public IReadOnlyList<string> Targets { get; }
}
