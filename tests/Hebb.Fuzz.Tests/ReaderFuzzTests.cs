using Hebb.Files.Safetensors;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Checkpoints;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Data;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;
using Hebb.Lab.Runs;
using Hebb.Lab.Sweeps;
using Hebb.Networks.Files;

namespace Hebb.Fuzz.Tests;

/// <summary>Damaged files of every kind, read by the library itself: a hundred times as many as commands can read in the same time.</summary>
[Collection(OneAfterAnother.Name)]
public sealed class ReaderFuzzTests(FuzzWorkspace workspace)
{
    private const int CasesInSuite = 2000;
    private const string Damaged = "read";

    // What reads a file of a name; it lies alone in a folder.
    private static readonly (string Ending, Action<string> Read)[] Readers =
    [
        ("run.json", path => RunFolder.ReadRecord(Folder(path))),
        ("run.json", path => RunCatalogue.Read([Folder(path)], "results/runs")),
        ("episodes.csv", path => EpisodeTable.Read(path)),
        ("episodes.csv", path => EpisodeTable.Read(path, acceptUnfinished: true)),
        ("episodes.csv", path => EpisodeTable.ReadNames(Folder(path))),
        ("epochs.csv", path => EpochTable.Read(Folder(path), examples: 20)),
        (EventLog.FileName, path => EventFile.Read(path)),
        (EventLog.FileName, path => EventFile.Read(path, acceptUnfinished: true)),
        ("checkpoint.safetensors", path => CheckpointFile.Read(path)),
        (".safetensors", path => SafetensorsFile.Read(path)),
        ("weights.safetensors", path => NetworkFile.Read(path)),
        ("-ubyte", path => IdxReader.Read(path)),
        ("sweep.json", path => SweepFile.Read(Folder(path))),
        ("experiment.json", path => ExperimentFile.Load(path)),
        ("supervised.json", path => ExperimentFile.Load(path)),
        ("sweep.json", path => ExperimentFile.Load(path)),
    ];

    [Fact]
    public void No_file_makes_a_reader_do_anything_but_read_or_refuse_it_in_a_line()
    {
        (string Path, string Ending, Action<string> Read)[] all =
        [
            .. from path in workspace.Files.Keys.Order(StringComparer.Ordinal)
            from reader in Readers
            where path.EndsWith(reader.Ending, StringComparison.Ordinal)
            select (path, reader.Ending, reader.Read),
        ];
        string[] paths = [.. workspace.Files.Keys.Order(StringComparer.Ordinal)];
        Assert.All(Readers, reader => Assert.Contains(all, one => one.Ending == reader.Ending));
        var defects = new FuzzDefects();
        foreach (var number in FuzzBudget.Cases(CasesInSuite))
        {
            Random random = FuzzBudget.Stream(kind: 3, number);
            (var path, _, Action<string> read) = all[random.Next(all.Length)];
            var other = workspace.Files[paths[random.Next(paths.Length)]];
            Directory.CreateDirectory(Damaged);
            var damaged = Path.Combine(Damaged, Path.GetFileName(path));
            File.WriteAllBytes(damaged, Mutation.Of(random, workspace.Files[path], other));
            if (Defect(read, damaged) is { } defect)
            {
                defects.Add($"case {number}, {path} damaged: {defect}");
            }

            Directory.Delete(Damaged, recursive: true);
        }

        defects.RequireNone();
    }

    private static string? Defect(Action<string> read, string path)
    {
        try
        {
            read(path);
            return null;
        }
        catch (RecordException refusal)
        {
            return refusal.Message.Contains('\n', StringComparison.Ordinal)
                ? $"the refusal is more than a line: {refusal.Message}"
                : null;
        }
#pragma warning disable CA1031 // Whatever it is, it is a defect.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return $"it threw {exception}";
        }
    }

    private static string Folder(string path) => Path.GetDirectoryName(path)!;
}
