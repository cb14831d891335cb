using Microsoft.Playwright;

namespace Hebb.Site.Tests;

/// <summary>The site in a browser that is on this machine; none of its own is downloaded.</summary>
public sealed class SiteBrowser : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];
    private static readonly string? Program = Places.FirstOrDefault(File.Exists);

    private SiteServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!BuiltSite.Exists || Program is null)
        {
            return;
        }

        _server = await SiteServer.Start(BuiltSite.Folder);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Program,
                Headless = true,
                Args = ["--no-sandbox", "--disable-gpu"],
            }
        );
    }

    /// <summary>Opens a page of the site; skips the test where there is no site or no browser.</summary>
    /// <param name="path">Its path, such as <c>docs/lab.html</c>; the start page where it is left out.</param>
    public async Task<IPage> Open(string path = "")
    {
        BuiltSite.Require();
        Assert.SkipWhen(Program is null, $"there is no browser: none of {string.Join(", ", Places)}");
        IPage page = await _browser!.NewPageAsync(
            new BrowserNewPageOptions
            {
                ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            }
        );
        IResponse? response = await page.GotoAsync($"{_server!.Address}/{path}");
        Assert.Equal(200, response!.Status);
        return page;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
