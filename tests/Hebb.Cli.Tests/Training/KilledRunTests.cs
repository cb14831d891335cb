using System.Diagnostics;
using Hebb.Lab.Runs;
using Hebb.Numerics;

namespace Hebb.Cli.Tests.Training;

/// <summary>
/// Processes that train are killed at random moments, again and again, while they start, learn, and write checkpoints one after
/// another; the final results are bitwise identical to those of an uninterrupted process.
/// </summary>
public sealed class KilledRunTests : IDisposable
{
    // Ten kills of each run at least.
    private const int Kills = 11;

    // Five agents of all kinds of learning, each a run of its own, side by side in one process: a kill hits them all.
    private const string Content = """
        {
          "name": "killed",
          "environment": { "name": "CartPole-v1" },
          "agent": { "name": "ppo-ep" },
          "seeds": "5",
          "evaluation": { "every": 20000 },
          "sweep": {
            "list": [
              { "agent.name": "ppo-ep", "budget.steps": 60000 },
              { "agent.name": "policy-ep", "budget.steps": 60000 },
              { "agent.name": "dqn-ep", "budget.steps": 60000 },
              { "agent.name": "reward-ep", "budget.steps": 600000 },
              { "agent.name": "report-policy-ep-correlation-as-coded", "budget.steps": 600000 },
            ],
          },
        }
        """;

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Runs_killed_again_and_again_are_those_of_one_stroke()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        await File.WriteAllTextAsync(_temporary.New("killed.json"), Content);
        CommandResult result = await CommandCall.Run(Arguments("whole"));
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        string[] runs =
        [
            .. Directory
                .GetDirectories(_temporary.New("whole"), "seed-5", SearchOption.AllDirectories)
                .Select(folder => Path.GetRelativePath(_temporary.New("whole"), folder)),
        ];
        Assert.Equal(5, runs.Length);

        var random = new Pcg64(7);
        var kills = runs.ToDictionary(run => run, _ => 0, StringComparer.Ordinal);
        for (var number = 0; kills.Values.Min() < Kills; number++)
        {
            // Checkpoints without a pause: a good part of the kills comes while one is written.
            string[] pause = ["--checkpoint", number % 2 == 0 ? "0.001" : "0.05"];
            using Process process = CommandProcess.Start([.. Arguments("killed"), .. pause]);
            await Task.Delay((int)random.NextInteger(700) + 150);
            CommandProcess.Signal(process, "KILL");
            result = await CommandProcess.End(process);
            Assert.Equal("", result.Error);
            foreach (var run in runs)
            {
                var folder = Path.Combine(_temporary.New("killed"), run);
                if (RunFolder.ReadRecord(folder)?.Status is not RunStatus.Finished)
                {
                    kills[run]++;
                }
                else if (kills[run] < Kills)
                {
                    // It had ended before: it begins anew.
                    Directory.Delete(folder, recursive: true);
                }
            }
        }

        result = await CommandCall.Run(Arguments("killed"));
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(RunOutcome.OfStore(_temporary.New("whole")), RunOutcome.OfStore(_temporary.New("killed")));
    }

    private string[] Arguments(string store) =>
        ["sweep", _temporary.New("killed.json"), "--jobs", "5", "--out", _temporary.New(store)];
}
