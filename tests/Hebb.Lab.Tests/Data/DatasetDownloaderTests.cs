using System.Security.Cryptography;
using Hebb.Lab.Data;

namespace Hebb.Lab.Tests.Data;

public sealed class DatasetDownloaderTests : IDisposable
{
    private const string First = "train-images-idx3-ubyte.gz";
    private const string Second = "train-labels-idx1-ubyte.gz";

    private readonly TemporaryDirectory _temporary = new();
    private readonly LocalServer _server = new();
    private readonly HttpClient _client = new();

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    public async Task A_dataset_is_downloaded_once()
    {
        DatasetSource source = Serve(
            (First, IdxContent.Compressed(IdxContent.Images(3, 2, 2))),
            (Second, IdxContent.Compressed(IdxContent.Labels(0, 2, 1))),
            ("t10k-images-idx3-ubyte.gz", IdxContent.Compressed(IdxContent.Images(1, 2, 2))),
            ("t10k-labels-idx1-ubyte.gz", IdxContent.Compressed(IdxContent.Labels(1)))
        );
        var folders = new DatasetFolders(_temporary.New("system"), _temporary.New("cache"));
        var reports = new List<DownloadProgress>();
        Assert.Null(folders.Find(source));
        var directory = await folders.ProvideAsync(source, new DatasetDownloader(_client), reports.Add);

        Assert.Equal(Path.Combine(_temporary.New("cache"), "toy"), directory);
        Assert.Equal([.. source.Files.Select(file => file.Name)], _server.Requests.ToArray());
        Assert.Equal(4, Directory.GetFiles(directory).Length);
        ImageDataset dataset = ImageDataset.Load(directory, source.Name);
        Assert.Equal((3, 1), (dataset.Training.Count, dataset.Test.Count));

        var total = source.Files.Sum(file => file.Length);
        Assert.All(reports, report => Assert.Equal(total, report.Total));
        Assert.Equal(reports.Select(report => report.Done).Order(), reports.Select(report => report.Done));
        Assert.Equal(new DownloadProgress("t10k-labels-idx1-ubyte.gz", total, total), reports[^1]);

        Assert.Equal(directory, await folders.ProvideAsync(source, new DatasetDownloader(_client)));
        Assert.Equal(4, _server.Requests.Count);
    }

    [Fact]
    public async Task Only_what_is_missing_is_downloaded()
    {
        DatasetSource source = Serve((First, [1, 2, 3]), (Second, [4, 5]));
        Directory.CreateDirectory(_temporary.New());
        File.WriteAllBytes(PathOf(First), [1, 2, 3]);
        var reports = new List<DownloadProgress>();
        await new DatasetDownloader(_client).DownloadAsync(source, _temporary.New(), reports.Add);
        Assert.Equal([Second], _server.Requests.ToArray());
        Assert.Equal([4, 5], File.ReadAllBytes(PathOf(Second)));
        Assert.Equal(new DownloadProgress(Second, 2, 2), reports[^1]);
    }

    [Theory]
    [InlineData(new byte[] { 9 })]
    [InlineData(new byte[] { 1, 2, 4 })]
    [InlineData(new byte[] { })]
    public async Task What_is_damaged_is_named_and_downloaded_anew(byte[] damaged)
    {
        DatasetSource source = Serve(
            (First, [1, 2, 3]),
            (Second, [4, 5]),
            ("t10k-images-idx3-ubyte.gz", [6]),
            ("t10k-labels-idx1-ubyte.gz", [7])
        );
        var folders = new DatasetFolders(_temporary.New("system"), _temporary.New("cache"));
        var downloader = new DatasetDownloader(_client);
        var cache = await folders.ProvideAsync(source, downloader);
        Assert.Empty(folders.Damaged(source));
        File.WriteAllBytes(Path.Combine(cache, First), damaged);
        Assert.Equal([Path.Combine(cache, First)], folders.Damaged(source));
        Assert.Equal(cache, await folders.ProvideAsync(source, downloader));
        Assert.Empty(folders.Damaged(source));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Path.Combine(cache, First)));
        Assert.Equal(First, _server.Requests.Last());
        Assert.Equal(5, _server.Requests.Count);
    }

    [Theory]
    [InlineData(new byte[] { 4, 6 }, null, "it has 2 bytes with SHA-256")]
    [InlineData(new byte[] { 4 }, null, "it has 1 bytes with SHA-256")]
    [InlineData(new byte[] { }, null, "it has 0 bytes with SHA-256")]
    [InlineData(new byte[] { 4 }, -1, "it has 1 bytes with SHA-256")]
    [InlineData(new byte[] { 4, 5, 6 }, null, "it continues after its 2 bytes")]
    [InlineData(new byte[] { 4, 5, 6 }, -1, "it continues after its 2 bytes")]
    [InlineData(new byte[] { 4 }, 2, "the connection broke off")]
    [InlineData(new byte[] { }, 2, "the connection broke off")]
    public async Task What_arrives_otherwise_is_not_kept(byte[] served, int? length, string reason)
    {
        DatasetSource source = Serve((First, [1, 2, 3]), (Second, [4, 5]));
        _server.Serve(Second, served, length);
        await Refuses(source, $"{_server.Address}{Second} could not be downloaded: {reason}");

        // What came whole before stays, and the rest can be had later.
        Assert.Equal([PathOf(First)], Directory.GetFiles(_temporary.New()));
        _server.Serve(Second, [4, 5]);
        await new DatasetDownloader(_client).DownloadAsync(source, _temporary.New());
        Assert.Equal([4, 5], File.ReadAllBytes(PathOf(Second)));
    }

    [Fact]
    public async Task A_file_that_the_server_does_not_have_is_named()
    {
        DatasetSource source = Serve((First, [1, 2, 3]));
        source = source with { Files = [.. source.Files, new DatasetFile("absent", 1, new string('0', 64))] };
        await Refuses(source, "absent could not be downloaded: the server answers 404 Not Found");
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_named()
    {
        DatasetSource source = Serve((First, [1, 2, 3]));
        using (var gone = new LocalServer())
        {
            source = source with { Address = gone.Address };
        }

        await Refuses(source, $"{source.Address}{First} could not be downloaded: ");
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_given_up()
    {
        DatasetSource source = Serve((First, [1, 2, 3]));
        _server.Serve(First, [1, 2], length: 3, staysOpen: true);
        await Refuses(source, "the server fell silent", TimeSpan.FromSeconds(0.3));
        Assert.Empty(Directory.GetFiles(_temporary.New()));
    }

    [Fact]
    public async Task A_download_can_be_stopped()
    {
        DatasetSource source = Serve((First, [1, 2, 3]));
        _server.Serve(First, [1, 2], length: 3, staysOpen: true);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new DatasetDownloader(_client).DownloadAsync(source, _temporary.New(), _ => stop.Cancel(), stop.Token)
        );
        Assert.Empty(Directory.GetFiles(_temporary.New()));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named()
    {
        DatasetSource source = Serve((First, [1, 2, 3]));
        File.WriteAllText(_temporary.New(), "a file");
        await Refuses(source, $"{_temporary.New()} cannot be written");
    }

    private string PathOf(string name) => Path.Combine(_temporary.New(), name);

    private DatasetSource Serve(params (string Name, byte[] Content)[] files)
    {
        foreach ((var name, var content) in files)
        {
            _server.Serve(name, content);
        }

        return new DatasetSource(
            "toy",
            _server.Address,
            [
                .. files.Select(file => new DatasetFile(
                    file.Name,
                    file.Content.Length,
                    Convert.ToHexString(SHA256.HashData(file.Content))
                )),
            ]
        );
    }

    private async Task Refuses(DatasetSource source, string reason, TimeSpan? patience = null)
    {
        var message = (
            await Assert.ThrowsAsync<DownloadException>(() =>
                new DatasetDownloader(_client, patience).DownloadAsync(source, _temporary.New())
            )
        ).Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
