using System.Security.Cryptography;
using Hebb.Files.Safetensors;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;
using Hebb.Lab.Runs;

namespace Hebb.Cli.Tests;

/// <summary>What a run has come to, in lines that are the same however it was played.</summary>
internal static class RunOutcome
{
    // In the state of supervised training, and in its events.
    private static readonly string[] Times = ["epoch_seconds", "epochs.numbers", "hebb/examples_per_second"];

    /// <summary>Of one run: the whole state at its end, its episodes or epochs without their times, its events.</summary>
    /// <param name="folder">The folder of the run.</param>
    public static string[] Of(string folder)
    {
        Assert.Empty(Directory.GetFiles(folder, "*.partial"));
        return
        [
            Tensors(RunFolder.CheckpointPath(folder)),
            .. Rows(folder),
            .. EventFile
                .Read(Path.Combine(folder, EventLog.FileName))
                .Where(scalar => scalar.Tag != TensorBoardTags.StepsPerSecond && !Times.Contains(scalar.Tag))
                .Select(scalar => FormattableString.Invariant($"{scalar.Step} {scalar.Tag} {scalar.Value:R}")),
        ];
    }

    /// <summary>The SHA-256 of the tensors of a file, times aside.</summary>
    /// <param name="path">The file.</param>
    public static string Tensors(string path)
    {
        using var tensors = new MemoryStream();
        SafetensorsFile.Write(
            tensors,
            [.. SafetensorsFile.Read(path).Tensors.Where(tensor => !Times.Contains(tensor.Name))]
        );
        return Convert.ToHexString(SHA256.HashData(tensors.ToArray()));
    }

    /// <summary>Of all runs of a store, by the names of their folders.</summary>
    /// <param name="store">The store.</param>
    public static string[] OfStore(string store) =>
        [
            .. Directory
                .GetDirectories(store, "seed-*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .SelectMany(folder => Of(folder).Prepend(Path.GetRelativePath(store, folder))),
        ];

    private static IEnumerable<string> Rows(string folder)
    {
        string epochs = Path.Combine(folder, EpochTable.FileName);
        return File.Exists(epochs)
            ? File.ReadLines(epochs).Select(line => Without(line, 1, 9))
            : File.ReadLines(Path.Combine(folder, EpisodeLog.FileName)).Skip(1).Select(line => Without(line, 2));
    }

    private static string Without(string line, params int[] columns) =>
        string.Join(',', line.Split(',').Where((_, column) => !columns.Contains(column)));
}
