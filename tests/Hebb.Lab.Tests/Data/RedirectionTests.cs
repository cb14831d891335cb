using System.Net;
using System.Security.Cryptography;
using Hebb.Lab.Data;

namespace Hebb.Lab.Tests.Data;

/// <summary>Where servers of datasets send one: elsewhere, in circles, and where nobody should go.</summary>
public sealed class RedirectionTests : IDisposable
{
    private static readonly DatasetSource Source = new(
        "toy",
        new Uri("https://data.example/toy/"),
        [new DatasetFile("file", 2, Convert.ToHexString(SHA256.HashData([4, 5])))]
    );

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("https://mirror.example/file")]
    [InlineData("//mirror.example/file")]
    [InlineData("/elsewhere/file")]
    [InlineData("../other/file")]
    public async Task One_is_followed_within_https(string location)
    {
        await Download(address => address == new Uri(Source.Address, "file") ? location : null);
        Assert.Equal([4, 5], await File.ReadAllBytesAsync(Path.Combine(_temporary.New(), "file")));
    }

    [Theory]
    [InlineData("file:///etc/passwd", "the server redirects to 'file:///etc/passwd', which is no address of the web")]
    [InlineData("ftp://mirror.example/file", "which is no address of the web")]
    [InlineData("javascript:alert(1)", "which is no address of the web")]
    [InlineData("http://", "which is no address of the web")]
    [InlineData("http://[::1", "which is no address of the web")]
    [InlineData("https://:0:0/", "which is no address of the web")]
    [InlineData("http://mirror.example/file", "the server redirects from https to 'http://mirror.example/file', which")]
    [InlineData("", "the server redirects more than 5 times")]
    [InlineData("file", "the server redirects more than 5 times")]
    [InlineData(null, "the server answers 302 without saying where to go")]
    public async Task Others_are_refused_in_a_line(string? location, string reason)
    {
        var exception = await Assert.ThrowsAsync<DownloadException>(() =>
            Download(_ => location ?? Answers.WithoutLocation)
        );
        Assert.StartsWith(
            "https://data.example/toy/file could not be downloaded: ",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.Empty(Directory.GetFiles(_temporary.New()));
    }

    [Fact]
    public async Task A_client_that_follows_by_itself_is_refused_in_a_line_too()
    {
        using var server = new LocalServer();
        server.Redirect("file", "file:///etc/passwd");
        using var client = new HttpClient();
        var exception = await Assert.ThrowsAsync<DownloadException>(() =>
            new DatasetDownloader(client).DownloadAsync(Source with { Address = server.Address }, _temporary.New())
        );
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Every_dataset_comes_over_https() =>
        Assert.All(DatasetCatalogue.All, source => Assert.Equal("https", source.Address.Scheme));

    private async Task Download(Func<Uri, string?> redirect)
    {
        using var client = new HttpClient(new Answers(redirect));
        await new DatasetDownloader(client).DownloadAsync(Source, _temporary.New());
    }

    private sealed class Answers(Func<Uri, string?> redirect) : HttpMessageHandler
    {
        public const string WithoutLocation = "none";

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellation
        )
        {
            if (redirect(request.RequestUri!) is not { } location)
            {
                return Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent([4, 5]) });
            }

            var response = new HttpResponseMessage(HttpStatusCode.Found);
            if (location != WithoutLocation)
            {
                response.Headers.TryAddWithoutValidation("Location", location);
            }

            return Task.FromResult(response);
        }
    }
}
