using System.Text.Json.Nodes;

namespace Hebb.Cli.Tests.Training;

/// <summary>Environments that are other than usual, from the command line to what is made of their runs.</summary>
public sealed class TrainOptionsTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    private string Store => _temporary.New("store");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task An_agent_learns_whole_trials_and_its_run_is_evaluated_and_watched()
    {
        await Run(
            "train",
            "ppo-ep",
            "--env",
            "OpenLock-CC4-v0",
            "--steps",
            "1024",
            "--seeds",
            "3",
            "--evaluate",
            "2",
            "--set",
            "environment.options.observesFound=true",
            "--set",
            "environment.options.episode=trial",
            "--set",
            "environment.options.attemptLimit=5",
            "--set",
            "environment.options.trial=7",
            "--out",
            Store
        );
        string folder = Directory.GetDirectories(Store, "seed-3", SearchOption.AllDirectories).Single();
        JsonNode record = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "run.json")))!;
        JsonNode environment = record["configuration"]!["environment"]!;
        Assert.Equal(15, (int)environment["stepLimit"]!);
        Assert.Equal(17, environment["observationScales"]!.AsArray().Count);
        Assert.Equal("7", (string)environment["options"]!["trial"]!);
        Assert.True((bool)environment["options"]!["observesFound"]!);

        // An episode is a trial, each attempt of which has three steps.
        int[] lengths =
        [
            .. (await File.ReadAllLinesAsync(Path.Combine(folder, "episodes.csv")))
                .Skip(2)
                .Select(line => int.Parse(line.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture)),
        ];
        Assert.NotEmpty(lengths);
        Assert.All(lengths, length => Assert.True(length is 9 or 12 or 15, $"{length}"));
        Assert.Contains("OpenLock-CC4-v0", await Run("eval", Store, "--episodes", "2"), StringComparison.Ordinal);
        Assert.Contains(" of 15", await Run("enjoy", folder, "--width", "200"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_are_swept()
    {
        string file = _temporary.New("sweep.json");
        await File.WriteAllTextAsync(
            file,
            """
            {
              "environment": { "name": "OpenLock-CC3-v0", "options": { "trial": "simplified-1" } },
              "agent": { "name": "random" },
              "budget": { "steps": 300 },
              "seeds": "0..1",
              "sweep": { "grid": { "environment.options.rewardMode": ["unique-solutions", "change-state"] } },
            }
            """
        );
        Assert.Contains("2 trials", await Run("config", "check", file), StringComparison.Ordinal);
        string swept = await Run("sweep", file, "--out", Store);
        Assert.Contains("change-state", swept, StringComparison.Ordinal);
        string compared = await Run("compare", Store, "--out", _temporary.New("compared"));
        Assert.Contains("rewardMode=unique-solutions", compared, StringComparison.Ordinal);
        Assert.Contains("rewardMode=change-state", compared, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OpenLock-CC4-v0", "trial=1", "trial: 1; CC4 needs 4 active levers, as in 7, 8, 9, 10, 11")]
    [InlineData("OpenLock-CC4-v0", "rewardMode=unique", "rewardMode: \"unique\"; known are basic, ")]
    [InlineData("OpenLock-CC3-CC4-v0", "trainingTrials=0", "trainingTrials: 0; a whole number from 1 to ")]
    public async Task An_option_that_is_not_possible_is_one_line(string environment, string option, string expected)
    {
        string[] given = ["--env", environment, "--set", $"environment.options.{option}"];
        CommandResult result = await CommandCall.Run(["train", "random", .. given, "--out", Store]);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: environment.options.{expected}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(result.Output);
    }

    private static async Task<string> Run(params string[] arguments)
    {
        CommandResult result = await CommandCall.Run(arguments);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        return result.Output;
    }
}
