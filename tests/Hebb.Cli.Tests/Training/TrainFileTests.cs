using System.Text.Json.Nodes;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;

namespace Hebb.Cli.Tests.Training;

/// <summary>Trainings that a file describes, by a person with comments, and what is set over it.</summary>
public sealed class TrainFileTests : IDisposable
{
    private const string Content = """
        {
          // Commas and comments are allowed.
          "name": "mine",
          "agent": { "name": "ppo", "actor": { "network": { "hidden": [8], }, }, }, /* as tuned */
          "environment": { "name": "CartPole-v0" },
          "budget": { "episodes": 12 },
          "evaluation": { "episodes": 3, "every": 128 },
          "seeds": "2",
        }
        """;

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Episodes_are_a_budget_and_evaluations_come_when_they_are_due()
    {
        string folder = await Train("episodes");
        var record = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "run.json")))!;

        // Several environments may end an episode at once.
        Assert.InRange((int)record["episodes"]!, 12, 19);
        Assert.Equal(
            (int)record["episodes"]! + 2,
            (await File.ReadAllLinesAsync(Path.Combine(folder, "episodes.csv"))).Length
        );
        Assert.Equal(12, (int)record["configuration"]!["budget"]!["episodes"]!);
        long steps = (long)record["stepsTaken"]!;
        long[] evaluated =
        [
            .. EventFile
                .Read(Path.Combine(folder, EventLog.FileName))
                .Where(scalar => scalar.Tag == TensorBoardTags.MeanReward)
                .Select(scalar => scalar.Step),
        ];
        Assert.Equal(
            [
                .. Enumerable.Range(1, (int)(steps / 128)).Select(count => 128L * count).Where(step => step < steps),
                steps,
            ],
            evaluated
        );
    }

    [Fact]
    public async Task What_is_set_is_over_the_file_and_part_of_the_run()
    {
        string folder = await Train(
            "set",
            "--steps",
            "400",
            "--env",
            "Acrobot-v1",
            "--seeds",
            "3",
            "--set",
            "agent.actor.hidden=[4,4]",
            "--set",
            "name=other"
        );
        JsonNode configuration = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "run.json")))![
            "configuration"
        ]!;
        Assert.StartsWith("other-", Path.GetFileName(Path.GetDirectoryName(folder)), StringComparison.Ordinal);
        Assert.Equal("{\"steps\":400}", configuration["budget"]!.ToJsonString());
        Assert.Equal("Acrobot-v1", (string)configuration["environment"]!["name"]!);
        Assert.Equal("[4,4]", configuration["agent"]!["actor"]!["network"]!["hidden"]!.ToJsonString());
        Assert.Equal(128, (int)configuration["evaluation"]!["every"]!);
    }

    [Theory]
    [InlineData("FILE --set budget.steps=0", "FILE: budget.steps: 0; ")]
    [InlineData("FILE --set agent.actor.hidden=[0]", "FILE: agent.actor.network.hidden[0]: 0; ")]
    [InlineData("FILE --set name=../up", "FILE: name: \"../up\"; ")]
    [InlineData("FILE --set nothing", "--set 'nothing'")]
    [InlineData("FILE --seeds x", "--seeds 'x': ")]
    [InlineData("FILE --checkpoint 0", "--checkpoint '0': a positive number is needed")]
    [InlineData("FILE --checkpoint 1e300", "--checkpoint '1e300': a positive number is needed. At most 1000000000")]
    [InlineData("FILE --checkpoint 1e10", "--checkpoint '1e10': a positive number is needed. At most 1000000000")]
    [InlineData("FILE --jobs 0", "--jobs '0': ")]
    [InlineData("FILE --out FILE/below/it", "--out FILE/below/it cannot be made: ")]
    [InlineData("./nothing.json", "./nothing.json: there is no such file")]
    [InlineData("/dev/null", "/dev/null: it is empty; ")]
    public async Task Bad_input_is_one_line(string arguments, string expected)
    {
        string file = Write();
        CommandResult result = await CommandCall.Run([
            "train",
            .. arguments.Replace("FILE", file, StringComparison.Ordinal).Split(' '),
        ]);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(
            $"hebb: {expected.Replace("FILE", file, StringComparison.Ordinal)}",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(result.Output);
    }

    private string Write()
    {
        string path = _temporary.New("mine.json");
        File.WriteAllText(path, Content);
        return path;
    }

    private async Task<string> Train(string store, params string[] arguments)
    {
        CommandResult result = await CommandCall.Run(["train", Write(), .. arguments, "--out", _temporary.New(store)]);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        return Directory.GetDirectories(_temporary.New(store), "seed-*", SearchOption.AllDirectories).Single();
    }
}
