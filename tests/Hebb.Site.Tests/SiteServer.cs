using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Hebb.Site.Tests;

/// <summary>Serves a folder on a free port of this machine, as any server of files does.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SiteServer(WebApplication application) => _application = application;

    /// <summary>The address of the start page.</summary>
    public string Address => _application.Urls.Single();

    /// <summary>Starts to serve.</summary>
    /// <param name="folder">What is served.</param>
    public static async Task<SiteServer> Start(string folder)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        application.UseFileServer(
            new FileServerOptions
            {
                FileProvider = new PhysicalFileProvider(folder),
                StaticFileOptions = { ServeUnknownFileTypes = true },
            }
        );
        await application.StartAsync();
        return new SiteServer(application);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
