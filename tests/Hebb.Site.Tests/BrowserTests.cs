using Microsoft.Playwright;

namespace Hebb.Site.Tests;

/// <summary>What a reader sees and does.</summary>
public sealed class BrowserTests(SiteBrowser browser) : IClassFixture<SiteBrowser>
{
    [Fact]
    public async Task The_start_page_has_its_title_and_its_figure()
    {
        IPage page = await browser.Open();

        await Assertions.Expect(page).ToHaveTitleAsync("Neural networks that learn without backpropagation | Hebb");
        await Assertions.Expect(page.Locator("article h1").First).ToHaveTextAsync("Hebb");
        ILocator figure = page.Locator("article img[src$='figure4.png']").First;
        await figure.ScrollIntoViewIfNeededAsync();
        Assert.True(await figure.EvaluateAsync<int>("image => image.naturalWidth") > 0, "the figure is not shown");
    }

    [Fact]
    public async Task The_menu_leads_to_articles_and_to_the_reference()
    {
        IPage page = await browser.Open();

        await Click(page.Locator("#navbar"), "Articles");
        await Click(page.Locator("#toc"), "The engine");
        await Assertions.Expect(page.Locator("article h1").First).ToHaveTextAsync("The engine");
        await Click(page.Locator("#navbar"), "API");
        await Click(page.Locator("#toc"), "Costs");
        await Assertions.Expect(page.Locator("article h1").First).ToHaveTextAsync("Namespace Hebb.Costs");
    }

    [Fact]
    public async Task A_class_is_found_and_its_page_opens()
    {
        const string Name = "EquilibriumPropagation";
        IPage page = await browser.Open();

        await page.Locator("#search-query").FillAsync(Name);
        ILocator hit = page.Locator("#search-results").GetByRole(AriaRole.Link, Exactly($"Class {Name} | Hebb"));
        IPage opened = await page.RunAndWaitForPopupAsync(() => hit.ClickAsync());
        await Assertions.Expect(opened.Locator("article h1").First).ToContainTextAsync($"Class {Name}");
    }

    private static Task Click(ILocator menu, string name) =>
        menu.GetByRole(AriaRole.Link, Exactly(name)).First.ClickAsync();

    private static LocatorGetByRoleOptions Exactly(string name) => new() { Name = name, Exact = true };
}
