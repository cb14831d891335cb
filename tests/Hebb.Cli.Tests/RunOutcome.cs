using System.Security.Cryptography;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;
using Hebb.Lab.Records.Safetensors;
using Hebb.Lab.Runs;

namespace Hebb.Cli.Tests;

/// <summary>What a run has come to, in lines that are the same however it was played.</summary>
internal static class RunOutcome
{
    /// <summary>Of one run: the whole state at its end, its episodes without their times, its events.</summary>
    /// <param name="folder">The folder of the run.</param>
    public static string[] Of(string folder)
    {
        var checkpoint = SafetensorsFile.Read(RunFolder.CheckpointPath(folder));
        using var tensors = new MemoryStream();
        SafetensorsFile.Write(tensors, checkpoint.Tensors);
        Assert.Empty(Directory.GetFiles(folder, "*.partial"));
        return
        [
            Convert.ToHexString(SHA256.HashData(tensors.ToArray())),
            .. File.ReadLines(Path.Combine(folder, EpisodeLog.FileName))
                .Skip(1)
                .Select(line => string.Join(',', line.Split(',').Where((_, column) => column != 2))),
            .. EventFile
                .Read(Path.Combine(folder, EventLog.FileName))
                .Where(scalar => scalar.Tag != FieldTags.StepsPerSecond)
                .Select(scalar => FormattableString.Invariant($"{scalar.Step} {scalar.Tag} {scalar.Value:R}")),
        ];
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
}
