namespace Hebb.Lab.Data;

/// <summary>Where datasets lie on this machine: where the system's packages put them, and where downloads are kept.</summary>
/// <param name="systemRoot">The directory of the system's datasets, a directory for each; it need not exist.</param>
/// <param name="cacheRoot">The directory of downloaded ones, a directory for each; it need not exist.</param>
public sealed class DatasetFolders(string systemRoot, string cacheRoot)
{
    // Where Debian's package dataset-fashion-mnist has it.
    private const string DebianRoot = "/usr/share/datasets";

    /// <summary>
    /// Those of this machine and user: <c>/usr/share/datasets</c>, and <c>hebb</c> in <c>XDG_CACHE_HOME</c> or, where
    /// that is not set, in the user's directory for local application data.
    /// </summary>
    /// <exception cref="RecordException">The user has no such directory.</exception>
    public static DatasetFolders OfThisMachine()
    {
        // The specification of XDG_CACHE_HOME has relative paths ignored.
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (!Path.IsPathFullyQualified(cache ?? ""))
        {
            cache = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            );
        }

        return string.IsNullOrEmpty(cache)
            ? throw new RecordException(
                "the user has no directory to keep datasets in: set XDG_CACHE_HOME to an absolute path"
            )
            : new DatasetFolders(DebianRoot, Path.Combine(cache, "hebb"));
    }

    /// <summary>The directory that holds a dataset: the system's or else the cache's; null where neither is complete.</summary>
    public string? Find(DatasetSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        string[] directories = [Path.Combine(systemRoot, source.Name), CacheOf(source)];
        return Array.Find(directories, ImageDatasetFiles.AreIn);
    }

    /// <summary>The directory that a dataset is downloaded to.</summary>
    public string CacheOf(DatasetSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Path.Combine(cacheRoot, source.Name);
    }

    /// <summary>
    /// The files of the cache that are no longer as they were published, where the dataset is taken from there. What the system or the
    /// user put where it is may be compressed anew, and is not checked.
    /// </summary>
    /// <returns>Their paths.</returns>
    /// <exception cref="DownloadException">One of them cannot be read.</exception>
    public ImmutableArray<string> Damaged(DatasetSource source)
    {
        var cache = CacheOf(source);
        if (!string.Equals(Find(source), cache, StringComparison.Ordinal))
        {
            return [];
        }

        try
        {
            return
            [
                .. from file in source.Files
                let path = Path.Combine(cache, file.Name)
                where File.Exists(path) && !file.IsIn(cache)
                select path,
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DownloadException($"{cache} cannot be read: {RecordException.OneLine(exception)}", exception);
        }
    }

    /// <summary>Finds a dataset, or else downloads what is missing or damaged of it in the cache.</summary>
    /// <param name="downloader">Downloads, where it must.</param>
    /// <param name="report">Told how far the download is; may be null.</param>
    /// <returns>The directory that holds the dataset.</returns>
    /// <exception cref="DownloadException">It could not be downloaded.</exception>
    public async Task<string> ProvideAsync(
        DatasetSource source,
        DatasetDownloader downloader,
        Action<DownloadProgress>? report = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(downloader);
        if (Find(source) is { } directory && Damaged(source).IsEmpty)
        {
            return directory;
        }

        var cache = CacheOf(source);
        await downloader.DownloadAsync(source, cache, report, cancellation);
        return cache;
    }
}
