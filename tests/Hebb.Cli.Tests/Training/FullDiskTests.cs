using System.Diagnostics;

namespace Hebb.Cli.Tests.Training;

/// <summary>Disks on which files cannot grow, and folders that vanish: a line that names the file, and nothing of the result is lost.</summary>
public sealed class FullDiskTests : IDisposable
{
    private static readonly string[] Small = ["--steps", "6000", "--seeds", "0..1", "--checkpoint", "0.01"];

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("train", "ppo", 1)]
    [InlineData("train", "dqn", 30)]
    [InlineData("train", "random", 40)]
    [InlineData("sweep", "ppo", 6)]
    public async Task What_could_not_be_written_is_played_when_there_is_room(
        string command,
        string agent,
        int kilobytes
    )
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Limits of files are set by a shell.");
        string file = _temporary.New("small.json");
        await File.WriteAllTextAsync(
            file,
            $$"""{ "name": "small", "agent": { "name": "{{agent}}" }, "environment": { "name": "CartPole-v1" }, "sweep": { "grid": { "evaluation.episodes": [2, 3] } } }"""
        );
        string[] arguments = [command, file, .. Small];
        CommandResult whole = await CommandCall.Run([.. arguments, "--out", _temporary.New("whole")]);
        Assert.Equal("", whole.Error);
        CommandResult failed = await CommandProcess.RunLimited(
            kilobytes,
            [.. arguments, "--out", _temporary.New("full")]
        );
        Assert.Equal(1, failed.ExitCode);
        Assert.StartsWith(
            "hebb: The file would be longer than its file system or its limit allows : '",
            failed.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(_temporary.New("full"), failed.Error, StringComparison.Ordinal);
        Assert.Single(failed.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(Directory.GetFiles(_temporary.New("full"), "*.partial", SearchOption.AllDirectories));

        CommandResult result = await CommandCall.Run([.. arguments, "--out", _temporary.New("full")]);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(RunOutcome.OfStore(_temporary.New("whole")), RunOutcome.OfStore(_temporary.New("full")));
    }

    [Theory]
    [InlineData("config new ppo-ep --out NEW/file.json")]
    [InlineData("export STORE --to NEW/runs.csv")]
    [InlineData("export STORE --episodes --to NEW/episodes.parquet")]
    [InlineData("plot STORE --out NEW/curves.svg")]
    [InlineData("compare STORE --out NEW")]
    [InlineData("env draw CartPole-v1 --out NEW/scene.png")]
    [InlineData("enjoy random --frames 2 --out NEW/episode.png")]
    [InlineData("check landscape --depths 1 --feedbacks 1 --seeds 1 --steps 1 --out NEW")]
    public async Task A_full_disk_is_no_fault_of_the_input_and_nothing_half_is_left(string words)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Limits of files are set by a shell.");
        for (int seed = 0; seed < 2; seed++)
        {
            new SyntheticRun { Seed = seed, Steps = 20_000 }.Write(_temporary.New("store"));
        }

        CommandResult result = await CommandProcess.RunLimited(
            0,
            [
                .. words
                    .Split(' ')
                    .Select(word =>
                        word.Replace("STORE", _temporary.New("store"), StringComparison.Ordinal)
                            .Replace("NEW", _temporary.New("new"), StringComparison.Ordinal)
                    ),
            ]
        );
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(
            "hebb: The file would be longer than its file system or its limit allows : '",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(Directory.GetFiles(_temporary.New("new"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_folder_that_vanishes_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files in use cannot be deleted.");
        string[] endless =
        [
            "train",
            "random",
            "--seeds",
            "0",
            "--steps",
            "1000000000000",
            "--checkpoint",
            "0.2",
            "--out",
            _temporary.New(),
        ];
        Task<CommandResult> call = CommandCall.Run(endless);
        while (
            !Directory.Exists(_temporary.New())
            || Directory.GetFiles(_temporary.New(), "checkpoint.safetensors", SearchOption.AllDirectories).Length == 0
        )
        {
            Assert.False(call.IsCompleted);
            await Task.Delay(10);
        }

        while (Directory.Exists(_temporary.New()))
        {
            try
            {
                Directory.Delete(_temporary.New(), recursive: true);
            }
            catch (IOException)
            {
                // Something was written meanwhile.
            }
        }

        CommandResult result = await call;
        Assert.Equal(1, result.ExitCode);
        Assert.Matches(@"^hebb: .*seed-0.*\n$", result.Error);
    }

    [Fact]
    public async Task A_request_to_end_is_as_good_as_Ctrl_C()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        string[] endless = ["train", "random", "--seeds", "0", "--steps", "1000000000000", "--out", _temporary.New()];
        using Process process = CommandProcess.Start(endless);
        while (
            !Directory.Exists(_temporary.New())
            || Directory.GetFiles(_temporary.New(), "run.json", SearchOption.AllDirectories).Length == 0
        )
        {
            Assert.False(process.HasExited);
            await Task.Delay(10);
        }

        CommandProcess.Signal(process, "TERM");
        CommandResult result = await CommandProcess.End(process);
        Assert.Equal("", result.Error);
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("Stopped: 0 of 1 runs are finished and kept in ", result.Output, StringComparison.Ordinal);
        string record = Directory.GetFiles(_temporary.New(), "run.json", SearchOption.AllDirectories).Single();
        Assert.Contains("\"status\": \"stopped\"", await File.ReadAllTextAsync(record), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(record)!, "checkpoint.safetensors")));
    }
}
