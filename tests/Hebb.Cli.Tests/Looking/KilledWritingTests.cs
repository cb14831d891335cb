using System.Diagnostics;
using System.Security.Cryptography;
using Hebb.Numerics;

namespace Hebb.Cli.Tests.Looking;

/// <summary>
/// Processes that are killed while they write tables and figures: what stands under a name is always whole, and the next process that
/// writes the same files removes what was left of the others.
/// </summary>
public sealed class KilledWritingTests : IDisposable
{
    private const int Kills = 2;
    private const int MostTries = 40;

    private readonly TemporaryDirectory _temporary = new();

    private string Store => _temporary.New("store");

    public void Dispose() => _temporary.Dispose();

    public static TheoryData<string> Commands =>
        [
            "plot STORE --out OUT/plot.png --force",
            "compare STORE --out OUT",
            "export STORE --episodes --to OUT/table.csv --force",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Files_are_whole_or_not_there(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        for (var run = 0; run < 8; run++)
        {
            new SyntheticRun
            {
                Agent = run < 4 ? "ppo" : "ppo-ep",
                Name = run < 4 ? "ppo" : "ppo-ep",
                Seed = run % 4,
                Steps = 400_000,
            }.Write(Store);
        }

        CommandResult result = await CommandCall.Run(Arguments(command, "whole"));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var whole = Contents("whole");
        var folder = Directory.CreateDirectory(_temporary.New("killed")).FullName;
        var random = new Pcg64(3);
        var left = 0;
        for (var tries = 0; left < Kills; tries++)
        {
            Assert.InRange(tries, 0, MostTries);
            using Process process = CommandProcess.Start(Arguments(command, "killed"));
            var before = Directory.GetFiles(folder, "*.partial");
            while (
                !process.HasExited
                && !Directory.GetFiles(folder, "*.partial").Except(before, StringComparer.Ordinal).Any()
            )
            {
                Thread.Yield();
            }

            Thread.Sleep((int)random.NextInteger(3));
            CommandProcess.Signal(process, "KILL");
            Assert.Equal("", (await CommandProcess.End(process)).Error);
            left += Directory.GetFiles(folder, "*.partial").Except(before, StringComparer.Ordinal).Any() ? 1 : 0;
            foreach (var (name, content) in Contents("killed"))
            {
                Assert.True(name.EndsWith(".partial", StringComparison.Ordinal) || content == whole[name], name);
            }
        }

        result = await CommandCall.Run(Arguments(command, "killed"));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(whole, Contents("killed"));
    }

    private string[] Arguments(string command, string folder) =>
        command
            .Replace("STORE", Store, StringComparison.Ordinal)
            .Replace("OUT", _temporary.New(folder), StringComparison.Ordinal)
            .Split(' ');

    private Dictionary<string, string> Contents(string folder) =>
        Directory
            .GetFiles(_temporary.New(folder))
            .ToDictionary(
                file => Path.GetFileName(file),
                file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))),
                StringComparer.Ordinal
            );
}
