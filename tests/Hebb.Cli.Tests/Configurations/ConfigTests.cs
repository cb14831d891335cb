using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hebb.Cli.Tests.Configurations;

public sealed class ConfigTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_new_file_is_right_is_never_overwritten_and_shows_what_was_tuned()
    {
        var path = _directory.New("ppo.json");
        CommandResult made = await CommandCall.Run("config", "new", "ppo-ep", "--env", "CartPole-v0", "--out", path);
        Assert.Equal(0, made.ExitCode);
        var schema = Path.Combine(Path.GetDirectoryName(path)!, "hebb.schema.json");
        Assert.Equal($"Written: {path}\nWritten: {schema}\n", made.Output);
        Assert.Contains("// ", File.ReadAllText(path), StringComparison.Ordinal);
        CommandResult check = await CommandCall.Run("config", "check", path);
        Assert.Equal("", check.Error);
        Assert.Matches(
            "is right: ppo-ep-CartPole-v0-[0-9a-f]{12}, 5 seeds \\(0..4\\), 5 runs of 50000 steps",
            check.Output
        );
        CommandResult again = await CommandCall.Run("config", "new", "ppo", "--out", path);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("exists: a new file, or --force", again.Error, StringComparison.Ordinal);
        CommandResult shown = await CommandCall.Run("config", "show", path, "--set", "agent.beta=0.4");
        Assert.Equal(0, shown.ExitCode);
        Assert.Equal(2, shown.Output.Split("\"beta\": 0.4").Length - 1);
    }

    [Fact]
    public async Task Supervised_training_has_no_environment() =>
        Refused(
            await CommandCall.Run("config", "new", "supervised", "--env", "Acrobot-v1"),
            "--env: supervised training has a data set in place of an environment; leave it out"
        );

    [Fact]
    public async Task The_schema_that_a_new_file_names_lies_beside_it()
    {
        var path = _directory.New("one.json");
        await CommandCall.Run("config", "new", "ppo-ep", "--out", path);
        var named = (string)JsonNode.Parse(File.ReadAllText(path), documentOptions: Commented)!["$schema"]!;
        var schema = Path.Combine(Path.GetDirectoryName(path)!, named);
        Assert.Equal((await CommandCall.Run("config", "schema")).Output, File.ReadAllText(schema));
        CommandResult second = await CommandCall.Run(
            "config",
            "new",
            "supervised",
            "--out",
            _directory.New("two.json")
        );
        Assert.Equal($"Written: {_directory.New("two.json")}\n", second.Output);

        // One that is there belongs to whoever put it there.
        File.WriteAllText(schema, "{}");
        CommandResult third = await CommandCall.Run("config", "new", "dqn", "--out", _directory.New("three.json"));
        Assert.Contains($"'hebb config schema > {schema}' writes it anew", third.Output, StringComparison.Ordinal);
        Assert.Equal("{}", File.ReadAllText(schema));
    }

    private static readonly JsonDocumentOptions Commented = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    [Fact]
    public async Task A_sweep_is_counted_and_every_trial_is_checked()
    {
        var path = _directory.New("sweep.json");
        File.WriteAllText(
            path,
            """
            {
              "environment": { "name": "CartPole-v1" },
              "agent": { "name": "dqn" },
              "seeds": "0..2",
              "sweep": { "grid": { "agent.learningRate": [1e-3, 3e-3], "agent.discount": [0.9, 0.99] } },
            }
            """
        );
        CommandResult right = await CommandCall.Run("config", "check", path);
        Assert.Contains(
            "4 trials of agent.learningRate, agent.discount, 3 seeds (0..2), 12 runs",
            right.Output,
            StringComparison.Ordinal
        );
        CommandResult fewer = await CommandCall.Run("config", "check", path, "--set", "seeds=7");
        Assert.Contains("1 seed (7), 4 runs", fewer.Output, StringComparison.Ordinal);
        File.WriteAllText(path, File.ReadAllText(path).Replace("0.99]", "1.5]", StringComparison.Ordinal));
        CommandResult wrong = await CommandCall.Run("config", "check", path);
        Refused(wrong, "agent.discount: 1.5; a number from 0 to 1 is needed (trial 1 of the sweep)");
    }

    [Theory]
    [InlineData("agent.actor.beta=-1", "agent.actor.estimator.beta: -1; a number above 0 is needed")]
    [InlineData("agent.activation=tahn", "agent.actor.network.activation: \"tahn\"; did you mean tanh?")]
    [InlineData("agent.betta=1", "agent.betta: no such setting; did you mean beta?")]
    [InlineData("environment.name=Pong", "environment.name: \"Pong\"; known are")]
    [InlineData("budget.steps=0", "budget.steps: 0; a whole number from 1")]
    [InlineData("agent.beta", "--set 'agent.beta': PATH=VALUE is needed")]
    [InlineData("=1", "--set '=1': PATH=VALUE is needed")]
    [InlineData("a..b=1", "--set 'a..b=1': PATH=VALUE is needed")]
    public async Task A_setting_that_is_not_possible_is_one_line_and_exit_code_2(string setting, string expected)
    {
        var path = _directory.New("right.json");
        File.WriteAllText(path, """{"environment": {"name": "CartPole-v1"}, "agent": {"name": "ppo-ep"}}""");
        Refused(await CommandCall.Run("config", "check", path, "--set", setting), expected);
    }

    [Fact]
    public async Task A_file_that_is_wrong_is_one_line_with_its_place()
    {
        var path = _directory.New("wrong.json");
        File.WriteAllText(path, "{\n\"agent\": {\n\"name\": \"nobody\"}}");
        Refused(await CommandCall.Run("config", "show", path), $"{path}:3: agent.name: \"nobody\"");
        Refused(await CommandCall.Run("config", "show", _directory.New("none.json")), "there is no such file");
        Refused(await CommandCall.Run("config", "new", "nobody"), "agent 'nobody': no such agent");
        Refused(
            await CommandCall.Run("config", "new", "report-dqn-backprop", "--env", "Acrobot-v1"),
            "report-dqn-backprop is made for CartPole-v0, CartPole-v1"
        );
    }

    [Fact]
    public async Task The_schema_and_the_whole_catalogue_are_told()
    {
        CommandResult schema = await CommandCall.Run("config", "schema");
        Assert.StartsWith("{\n  \"$schema\": \"https://json-schema.org/", schema.Output, StringComparison.Ordinal);
        CommandResult all = await CommandCall.Run("list");
        Assert.Equal(0, all.ExitCode);
        foreach (
            var name in (string[])["CartPole-v1", "ppo-ep", "symmetric", "anderson", "sgd", "clipped-policy", "tanh"]
        )
        {
            Assert.Contains($"  {name} ", all.Output, StringComparison.Ordinal);
        }
    }

    private static void Refused(CommandResult result, string expected)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(result.Output);
    }
}
