namespace Hebb.Fuzz.Tests;

/// <summary>Damaged files of every kind that the program reads, each read by the commands that read it.</summary>
[Collection(OneAfterAnother.Name)]
public sealed class FileFuzzTests(FuzzWorkspace workspace)
{
    private const int CasesInSuite = 120;

    // Commands that may change any of the files; all others write new ones.
    private static readonly string[] Writing = ["train", "sweep", "supervised"];

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(80);

    [Fact]
    public async Task No_file_makes_a_command_do_anything_but_work_or_say_in_a_line_what_is_wrong()
    {
        string[] paths = [.. workspace.Files.Keys.Order(StringComparer.Ordinal)];
        string[] kinds = [.. paths.Select(Kind).Distinct(StringComparer.Ordinal)];
        Assert.Contains("checkpoint.safetensors", kinds, StringComparer.Ordinal);
        Assert.Contains("events.out.tfevents.0.hebb", kinds, StringComparer.Ordinal);
        var defects = new FuzzDefects();
        foreach (var number in FuzzBudget.Cases(CasesInSuite))
        {
            Random random = FuzzBudget.Stream(kind: 2, number);
            var kind = kinds[random.Next(kinds.Length)];
            string[] same = [.. paths.Where(path => Kind(path) == kind)];
            var path = same[random.Next(same.Length)];
            var other = workspace.Files[paths[random.Next(paths.Length)]];
            File.WriteAllBytes(path, Mutation.Of(random, workspace.Files[path], other));
            string[][] readers = [.. Readers(path)];
            string[] arguments = readers[random.Next(readers.Length)];
            var defect = await FuzzedCommand.Run(arguments, "", width: null, Longest);
            if (defect is not null)
            {
                defects.Add($"case {number}, {path} damaged, hebb {string.Join(' ', arguments)}: {defect}");
            }

            workspace.Restore(Writing.Contains(arguments[0], StringComparer.Ordinal) ? null : path);
        }

        defects.RequireNone();
    }

    private static string Kind(string path) => Path.GetFileName(path);

    private static IEnumerable<string[]> Readers(string path)
    {
        var name = Path.GetFileName(path);
        var folder = Path.GetDirectoryName(path)!;
        if (path is "actions.txt")
        {
            return
            [
                ["env", "replay", "CartPole-v1", "--actions", path],
                ["env", "draw", "CartPole-v1", "--actions", path],
            ];
        }

        if (folder.Length == 0)
        {
            string[] small = name is "supervised.json" ? ["--set", "settings.data=data"] : ["--steps", "100"];
            return
            [
                ["config", "check", path],
                ["config", "show", path],
                ["train", path, "--jobs", "1", "--seeds", "0", .. small],
                .. name is "sweep.json"
                    ?
                    [
                        ["sweep", path, "--jobs", "1"],
                    ]
                    : Array.Empty<string[]>(),
            ];
        }

        if (folder.EndsWith("data", StringComparison.Ordinal))
        {
            return
            [
                ["supervised", "--data", folder, "--hidden", "4", "--batch", "5", "--epochs", "1", "--out", "again"],
            ];
        }

        string[] training = folder is "trained"
            ? ["supervised", "--data", "data", "--hidden", "4", "--batch", "5", "--epochs", "2", "--out", "trained"]
            : ["sweep", "sweep.json", "--jobs", "1"];
        return
        [
            ["runs", folder],
            ["runs"],
            ["runs", "--group"],
            ["compare", "results/runs"],
            ["plot", folder, "--out", "new.svg"],
            ["plot", "results/runs", "--y", "l", "--out", "new.svg"],
            ["export", folder, "--episodes", "--to", "new.csv"],
            ["export", "results/runs", "--to", "new.csv"],
            ["eval", folder, "--episodes", "1"],
            ["enjoy", folder, "--out", "new.png", "--frames", "2"],
            ["sensitivity", "sweep"],
            training,
            training,
        ];
    }
}
