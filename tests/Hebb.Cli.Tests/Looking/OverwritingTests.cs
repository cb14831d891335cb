namespace Hebb.Cli.Tests.Looking;

/// <summary>Files that a command is told to write: one that exists is left as it is, unless it is to be replaced.</summary>
public sealed class OverwritingTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    public static TheoryData<string, string, string> Commands =>
        new()
        {
            { "plot STORE --out FILE", "--out", ".png" },
            { "plot STORE --out FILE", "--out", ".svg" },
            { "export STORE --to FILE", "--to", ".csv" },
            { "export STORE --episodes --to FILE", "--to", ".parquet" },
            { "config new ppo-ep --out FILE", "--out", ".json" },
            { "env draw CartPole-v1 --out FILE", "--out", ".png" },
            { "enjoy random --seed 1 --out FILE", "--out", ".png" },
        };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_file_that_exists_is_replaced_with_force_alone(string command, string option, string ending)
    {
        new SyntheticRun { Steps = 3000 }.Write(_temporary.New("store"));
        var file = _temporary.New($"file{ending}");
        string[] arguments =
        [
            .. command
                .Replace("STORE", _temporary.New("store"), StringComparison.Ordinal)
                .Replace("FILE", file, StringComparison.Ordinal)
                .Split(' '),
        ];
        await File.WriteAllTextAsync(file, "mine");
        CommandResult refused = await CommandCall.Run(arguments);
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal($"hebb: {option} {file} exists: a new file, or --force to replace it, is needed\n", refused.Error);
        Assert.Equal("mine", await File.ReadAllTextAsync(file));

        CommandResult forced = await CommandCall.Run([.. arguments, "--force"]);
        Assert.Equal((0, ""), (forced.ExitCode, forced.Error));
        Assert.True(new FileInfo(file).Length > 20);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file)!, "*.partial"));
    }

    [Fact]
    public async Task A_link_is_a_file_that_exists_and_what_it_leads_to_is_never_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        new SyntheticRun { Steps = 3000 }.Write(_temporary.New("store"));
        var (file, target) = (_temporary.New("table.csv"), _temporary.New("target"));
        File.CreateSymbolicLink(file, target);
        string[] arguments = ["export", _temporary.New("store"), "--to", file];
        Assert.Equal(2, (await CommandCall.Run(arguments)).ExitCode);
        Assert.Equal(0, (await CommandCall.Run([.. arguments, "--force"])).ExitCode);
        Assert.False(File.Exists(target));
        Assert.Null(new FileInfo(file).LinkTarget);
    }
}
