using Hebb.Lab.Data;

namespace Hebb.Lab.Tests.Data;

public sealed class DatasetFoldersTests : IDisposable
{
    private static readonly DatasetSource Mnist = DatasetCatalogue.Get("mnist");

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void The_system_comes_before_the_cache_where_it_is_complete()
    {
        var folders = new DatasetFolders(_temporary.New("system"), _temporary.New("cache"));
        Assert.Null(folders.Find(Mnist));
        Fill("system", Mnist.Files.SkipLast(1).Select(file => file.Name));
        Assert.Null(folders.Find(Mnist));
        Fill("cache", Mnist.Files.Select(file => file.Name));
        Assert.Equal(Path.Combine(_temporary.New("cache"), "mnist"), folders.Find(Mnist));
        Assert.Equal(folders.CacheOf(Mnist), folders.Find(Mnist));
        Fill("system", ["t10k-labels.idx1-ubyte"]);
        Assert.Equal(Path.Combine(_temporary.New("system"), "mnist"), folders.Find(Mnist));
    }

    [Fact]
    public void The_cache_is_where_the_environment_says()
    {
        var before = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        try
        {
            Environment.SetEnvironmentVariable("XDG_CACHE_HOME", _temporary.New("home"));
            Assert.Equal(
                Path.Combine(_temporary.New("home"), "hebb", "mnist"),
                DatasetFolders.OfThisMachine().CacheOf(Mnist)
            );
            Environment.SetEnvironmentVariable("XDG_CACHE_HOME", "relative");
            Assert.DoesNotContain("relative", DatasetFolders.OfThisMachine().CacheOf(Mnist), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("XDG_CACHE_HOME", before);
        }
    }

    [Fact]
    public void Every_dataset_has_four_files_with_checksums()
    {
        string[] names = [.. DatasetCatalogue.All.Select(source => source.Name)];
        Assert.Equal(["fashion-mnist", "mnist"], names);
        Assert.All(
            DatasetCatalogue.All,
            source =>
            {
                Assert.Equal(4, source.Files.Length);
                Assert.EndsWith("/", source.Address.AbsoluteUri, StringComparison.Ordinal);
            }
        );
        DatasetFile[] files = [.. DatasetCatalogue.All.SelectMany(source => source.Files)];
        Assert.All(files, file => Assert.Equal(32, Convert.FromHexString(file.Sha256).Length));
        Assert.Equal(files.Length, files.Select(file => file.Sha256).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void An_unknown_name_is_refused_with_those_there_are() =>
        Assert.Equal(
            "emnist is not the name of a dataset: known are fashion-mnist, mnist",
            Assert.Throws<RecordException>(() => DatasetCatalogue.Get("emnist")).Message
        );

    private void Fill(string root, IEnumerable<string> names)
    {
        DirectoryInfo directory = Directory.CreateDirectory(Path.Combine(_temporary.New(root), "mnist"));
        foreach (var name in names)
        {
            File.WriteAllText(Path.Combine(directory.FullName, name), "");
        }
    }
}
