using System.Diagnostics;
using Hebb.Numerics;

namespace Hebb.Cli.Tests.Training;

/// <summary>
/// Training processes are killed at random moments, again and again, while they start, learn, and write checkpoints one after another;
/// what they come to in the end is to the bit what an uninterrupted process comes to.
/// </summary>
public sealed class KilledRunTests : IDisposable
{
    // Five agents of all kinds of learning: ten kills of each at least.
    private const int Kills = 11;

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("ppo-ep", 60_000)]
    [InlineData("policy-ep", 60_000)]
    [InlineData("dqn-ep", 60_000)]
    [InlineData("reward-ep", 600_000)]
    [InlineData("report-policy-ep-correlation-as-coded", 600_000)]
    public async Task A_run_killed_again_and_again_is_that_of_one_stroke(string agent, int steps)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        string[] arguments = [agent, "--steps", $"{steps}", "--seeds", "5", "--set", "evaluation.every=20000"];
        CommandResult result = await CommandCall.Run(Arguments("whole", arguments));
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);

        var random = new Pcg64((ulong)agent.Length);
        var kills = 0;
        while (kills < Kills)
        {
            // Checkpoints without a pause: a good part of the kills comes while one is written.
            using Process process = CommandProcess.Start([
                .. Arguments("killed", arguments),
                "--checkpoint",
                kills % 2 == 0 ? "0.001" : "0.05",
            ]);
            await Task.Delay((int)random.NextInteger(700) + 150);
            bool isOver = process.HasExited;
            CommandProcess.Signal(process, "KILL");
            result = await CommandProcess.End(process);
            Assert.Equal("", result.Error);
            if (isOver)
            {
                Directory.Delete(_temporary.New("killed"), recursive: true);
                continue;
            }

            Assert.Equal(128 + 9, result.ExitCode);
            kills++;
        }

        result = await CommandCall.Run(Arguments("killed", arguments));
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Outcome("whole"), Outcome("killed"));
    }

    private string[] Outcome(string store) =>
        RunOutcome.Of(Path.Combine(Directory.GetDirectories(_temporary.New(store)).Single(), "seed-5"));

    private string[] Arguments(string store, string[] arguments) =>
        ["train", .. arguments, "--out", _temporary.New(store)];
}
