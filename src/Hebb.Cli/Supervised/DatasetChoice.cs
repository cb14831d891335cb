using Hebb.Cli.Consoles;
using Hebb.Lab.Data;
using Hebb.Lab.Records;

namespace Hebb.Cli.Supervised;

/// <summary>What <c>--data</c> and <c>supervised.data</c> mean: a dataset by name, found or downloaded, or a directory.</summary>
internal static class DatasetChoice
{
    /// <summary>Reads the dataset.</summary>
    /// <param name="given">A name, or else a directory.</param>
    /// <param name="option">What it was given as, as messages begin.</param>
    /// <exception cref="InputException">It is neither.</exception>
    /// <exception cref="RecordException">Something in it is wrong.</exception>
    /// <exception cref="DownloadException">It could not be downloaded.</exception>
    public static async Task<ImageDataset> Load(
        string given,
        string option,
        SupervisedOutput output,
        CancellationToken cancellation
    )
    {
        DatasetSource? source = DatasetCatalogue.All.FirstOrDefault(known =>
            string.Equals(known.Name, given, StringComparison.Ordinal)
        );
        if (source is null)
        {
            return Directory.Exists(given)
                ? ImageDataset.Load(given)
                : throw new InputException(
                    $"{option} '{given}': neither a directory nor one of {string.Join(", ", DatasetCatalogue.All.Select(known => known.Name))}"
                );
        }

        var folders = DatasetFolders.OfThisMachine();
        if (folders.Find(source) is null)
        {
            output.Downloading(source, folders.CacheOf(source));
        }

        foreach (var path in folders.Damaged(source))
        {
            output.Damaged(path, source);
        }

        using HttpClient client = DatasetDownloader.CreateClient();
        var directory = await folders.ProvideAsync(
            source,
            new DatasetDownloader(client),
            output.Downloaded,
            cancellation
        );
        return ImageDataset.Load(directory, source.Name);
    }
}
