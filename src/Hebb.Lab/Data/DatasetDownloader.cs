namespace Hebb.Lab.Data;

/// <summary>Downloads datasets; a file takes its name only when it is whole and has the published checksum.</summary>
/// <param name="client">What it asks with; stays open.</param>
/// <param name="patience">How long a server may stay silent before it is given up; 30 seconds when it is null.</param>
public sealed class DatasetDownloader(HttpClient client, TimeSpan? patience = null)
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(30);

    /// <summary>What asks with the rules of this room: redirections are followed one by one, and never away from https.</summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Downloads those files of a dataset that a directory does not hold as they were published.</summary>
    /// <param name="directory">Where to; it is made where it is missing.</param>
    /// <param name="report">Told after every piece how far the download is, on any thread; may be null.</param>
    /// <param name="cancellation">Ends the download; files that are whole by then stay.</param>
    /// <exception cref="DownloadException">
    /// The server cannot be reached, refuses, breaks off, falls silent or sends something else, or a file cannot be
    /// written. Files that were whole before stay.
    /// </exception>
    public async Task DownloadAsync(
        DatasetSource source,
        string directory,
        Action<DownloadProgress>? report = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        try
        {
            Directory.CreateDirectory(directory);
            DatasetFile[] missing = [.. source.Files.Where(file => !file.IsIn(directory))];
            var total = missing.Sum(file => file.Length);
            long before = 0;
            foreach (DatasetFile file in missing)
            {
                var done = before;
                var download = new FileDownload(client, source.Address, file, directory, patience ?? UsualPatience);
                await download.RunAsync(
                    arrived => report?.Invoke(new DownloadProgress(file.Name, done + arrived, total)),
                    cancellation
                );
                before += file.Length;
            }
        }
        catch (Exception exception)
            when (exception is (IOException or UnauthorizedAccessException) and not DownloadException)
        {
            throw new DownloadException(
                $"{directory} cannot be written: {RecordException.OneLine(exception)}",
                exception
            );
        }
    }
}
