using System.Text.Json.Nodes;

namespace Hebb.Cli.Tests.Looking;

/// <summary>Whatever command reads runs counts each once, and tells what it left out.</summary>
public sealed class LeftOutTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    private string Store => _temporary.New("store");

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("compare STORE --out OUT")]
    [InlineData("plot STORE --out OUT/curves.png")]
    [InlineData("export STORE --to OUT/runs.csv")]
    [InlineData("sensitivity rates-sweep --out OUT")]
    [InlineData("compare STORE --out OUT --filter seed>=0")]
    [InlineData("export STORE --to OUT/runs.csv --filter seed>=0")]
    public async Task Copies_and_damage_are_named_in_a_line_each(string arguments)
    {
        Fill();
        CommandResult result = await Run(arguments);
        Assert.Equal(0, result.ExitCode);
        string[] lines = result.Error.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("hebb: left out: 1 run that cannot be read, such as ", lines[0], StringComparison.Ordinal);
        Assert.Contains("it was changed after it was written: its seal is ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(": delete it to repeat the run, or restore it", lines[0], StringComparison.Ordinal);
        Assert.Matches("^hebb: counted once: [0-9]+ folders? with runs .*, which is a copy of ", lines[1]);
    }

    [Theory]
    [InlineData("runs STORE")]
    [InlineData("runs STORE --group")]
    [InlineData("runs STORE --filter seed>=0")]
    public async Task The_list_tells_of_them_at_its_end(string arguments)
    {
        var runs = Fill();
        CommandResult result = await Run(arguments);
        Assert.Equal("", result.Error);
        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.StartsWith("damaged  ", lines[^2], StringComparison.Ordinal);
        Assert.StartsWith("copies   counted once: ", lines[^1], StringComparison.Ordinal);
        if (!arguments.Contains("--group", StringComparison.Ordinal))
        {
            Assert.Equal(runs, lines.Length - 3);
        }
    }

    [Fact]
    public async Task A_copy_narrows_no_interval()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            new SyntheticRun { Seed = seed, Steps = 3000 }.Write(Store);
        }

        var before = await Run("compare STORE --out OUT");
        Directory.CreateSymbolicLink(Path.Combine(Store, "self"), Path.Combine("..", Path.GetFileName(Store)));
        var after = await Run("compare STORE --out OUT");
        Assert.Equal(before.Output, after.Output, ignoreCase: false);
        Assert.Empty(before.Error);
        Assert.Contains("hebb: counted once: 5 folders ", after.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Great_seeds_are_shown_to_their_last_digit()
    {
        new SyntheticRun { Seed = 9007199254740993 }.Write(Store);
        var result = await Run("runs STORE --columns seed,agent --filter seed=9007199254740993");
        Assert.Matches(@"\n9007199254740993 +ppo-ep", result.Output);
    }

    // A sweep of a few trials, of which one run is copied and another one changed; returns how many count.
    private int Fill()
    {
        const int trials = 8;
        SyntheticSweep.Write(Store, trials, seeds: 1);
        string[] folders =
        [
            .. Directory
                .GetFiles(Store, "run.json", SearchOption.AllDirectories)
                .Select(file => Path.GetDirectoryName(file)!)
                .Order(StringComparer.Ordinal),
        ];
        Directory.CreateDirectory(folders[0] + " backup");
        File.Copy(Path.Combine(folders[0], "run.json"), Path.Combine(folders[0] + " backup", "run.json"));
        var changed = Path.Combine(folders[1], "run.json");
        JsonNode record = JsonNode.Parse(File.ReadAllText(changed))!;
        record["last100"] = 499.5;
        File.WriteAllText(changed, record.ToJsonString());
        foreach (var folder in folders)
        {
            File.WriteAllText(
                Path.Combine(folder, "episodes.csv"),
                "#{\"t_start\":1700000000.5,\"env_id\":\"CartPole-v1\"}\nr,l,t,env_steps\n10,10,1,10\n"
            );
        }

        File.Copy(Path.Combine(folders[0], "episodes.csv"), Path.Combine(folders[0] + " backup", "episodes.csv"));
        return trials - 1;
    }

    private Task<CommandResult> Run(string arguments)
    {
        Directory.CreateDirectory(_temporary.New());
        return CommandCall.Run([
            .. arguments
                .Split(' ')
                .Select(one =>
                    one.Replace("STORE", Store, StringComparison.Ordinal)
                        .Replace("OUT", _temporary.New(), StringComparison.Ordinal)
                ),
            "--store",
            Store,
        ]);
    }
}
