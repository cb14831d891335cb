using Hebb.Cli.Consoles;
using Hebb.Cli.Progress;
using Hebb.Lab.Data;
using Hebb.Naming;

namespace Hebb.Cli.Supervised;

/// <summary>What <c>--data</c> and <c>supervised.data</c> mean: a dataset by name, found or downloaded, or a directory.</summary>
internal static class DatasetChoice
{
    private const int PlainDownloadStep = 10;

    /// <summary>Reads the dataset; a download is told, every per cent on a terminal and every ten elsewhere.</summary>
    /// <param name="given">A name, or else a directory.</param>
    /// <param name="option">What it was given as, as messages begin.</param>
    /// <exception cref="InputException">It is neither.</exception>
    /// <exception cref="RecordException">It could not be downloaded, or something in it is wrong.</exception>
    public static async Task<ImageDataset> Load(
        string given,
        string option,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        DatasetSource? source = DatasetCatalogue.All.FirstOrDefault(known =>
            string.Equals(known.Name, given, StringComparison.OrdinalIgnoreCase)
        );
        if (source is null)
        {
            return Directory.Exists(given)
                ? ImageDataset.Load(given)
                : throw new InputException(
                    $"{option} '{given}': neither a directory nor a known dataset; {NearestName.Unknown(given, [.. DatasetCatalogue.All.Select(known => known.Name)])}"
                );
        }

        var output = new WorkOutput(terminal);
        var folders = DatasetFolders.OfThisMachine();
        if (folders.Find(source) is null)
        {
            output.Line(
                $"{source.Name} is not on this machine: downloading it to {folders.CacheOf(source)} from {source.Address}"
            );
        }

        foreach (var path in folders.Damaged(source))
        {
            output.Line($"{path} is damaged: it is downloaded anew from {source.Address}");
        }

        var step = terminal.IsLive ? 1 : PlainDownloadStep;
        var told = 0L;
        using HttpClient client = DatasetDownloader.CreateClient();
        var directory = await folders.ProvideAsync(source, new DatasetDownloader(client), Tell, cancellation);
        return ImageDataset.Load(directory, source.Name);

        void Tell(DownloadProgress progress)
        {
            var percent = progress.Total == 0 ? 100 : 100 * progress.Done / progress.Total;
            if (percent / step == told / step && percent != 100)
            {
                return;
            }

            told = percent;
            FormattableString text = $"{progress.File}: {percent} % of {progress.Total / 1e6:0.0} MB";
            if (terminal.IsLive)
            {
                var end = percent == 100 ? "\n" : "";
                terminal.Lines.Write($"\r{FormattableString.Invariant(text)}\u001b[K{end}");
            }
            else
            {
                output.Line(text);
            }
        }
    }
}
