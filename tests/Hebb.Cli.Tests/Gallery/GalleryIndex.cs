using Hebb.Catalogues;
using Hebb.Naming;

namespace Hebb.Cli.Tests.Gallery;

/// <summary>The tables of the gallery's first page.</summary>
internal static class GalleryIndex
{
    /// <summary>A line for each entry of a catalogue, with its page.</summary>
    /// <param name="catalogue"><c>agents</c> or <c>estimators</c>.</param>
    public static string Of(string catalogue) =>
        catalogue == "agents"
            ? Table(
                "| agent | backprop twin | what it is | page |\n|---|---|---|---|",
                CatalogueSet.Standard.Agents.Select(agent =>
                    (INamed: (INamed)agent, Cell: agent.Twin is { } twin ? $"`{twin}`" : "")
                )
            )
            : Table(
                "| estimator | error vanishes with | what it is | page |\n|---|---|---|---|",
                CatalogueSet.Standard.Estimators.Select(estimator =>
                    (
                        (INamed)estimator,
                        estimator.IsExact ? "exact"
                        : estimator.ErrorOrder is { } order ? $"beta^{order}"
                        : "see its page"
                    )
                )
            );

    private static string Table(string header, IEnumerable<(INamed Entry, string Cell)> entries) =>
        $"{header}\n"
        + string.Join(
            '\n',
            from entry in entries
            let page = GalleryPage.Entries.First(page =>
                page.Subjects.Contains(entry.Entry.Name, StringComparer.Ordinal)
            )
            select $"| `{entry.Entry.Name}` | {entry.Cell} | {entry.Entry.Description} | [{page.Title}]({page.Name}) |"
        );
}
