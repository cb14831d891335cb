using System.Globalization;
using Hebb.Catalogues;

namespace Hebb.Cli.Tests;

/// <summary>The command <c>hebb env</c>.</summary>
public sealed class EnvironmentCommandTests : IDisposable
{
    private const string Header = "episode,t,action,reward,terminated,truncated,state_f64_hex,obs_f32_hex";

    private readonly string _folder = Directory.CreateTempSubdirectory("hebb-env-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("cartpole.csv", "CartPole-v0", "lcg", "543")]
    [InlineData("cartpole.csv", "CartPole-v1", "pd", "0")]
    [InlineData("acrobot.csv", "Acrobot-v1", "pump", "123")]
    [InlineData("mountaincar.csv", "MountainCar-v0", "bang", "1")]
    public async Task Replay_of_recorded_actions_prints_the_recording_byte_for_byte(
        string file,
        string environment,
        string policy,
        string seed
    )
    {
        var prefix = $"{environment},{policy},{seed},";
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", file))
            .Where(line => line.StartsWith(prefix, StringComparison.Ordinal))
            .Select(line => line[prefix.Length..])
            .ToArray();
        var actions = string.Join(' ', rows.Select(row => row.Split(',')[2]).Where(action => action.Length > 0));

        var result = await Replay(environment, seed, WriteActions(actions));
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(string.Concat(rows.Prepend(Header).Select(row => row + "\n")), result.Output);
    }

    [Fact]
    public async Task Replay_in_the_edition_of_gym_starts_where_gym_started()
    {
        var result = await CommandCall.Run(
            "env",
            "replay",
            "CartPole-v0",
            "--seed",
            "1",
            "--actions",
            WriteActions("0\n1\t1"),
            "--gym",
            "0.10.9"
        );
        Assert.Equal(0, result.ExitCode);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.StartsWith(
            "0,0,,,,,0x1.f7a0e4b6c6b30p-6 0x1.7c1c55fcd8a40p-10 -0x1.fa126ffa53df7p-6 -0x1.00831e265e1fep-5,",
            lines[1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Replay_of_no_actions_prints_the_reset_alone()
    {
        var result = await Replay("MountainCar-v0", "0", WriteActions(""));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            Header + "\n0,0,,,,,-0x1.e3f34359b8314p-2 0x0.0p+0,-0x1.e3f3440000000p-2 0x0.0p+0\n",
            result.Output
        );
    }

    [Fact]
    public async Task Actions_are_read_from_standard_input_where_the_file_is_a_dash()
    {
        string[] line = ["env", "replay", "CartPole-v0", "--seed", "0", "--actions", "-"];
        var result = await CommandCall.RunWithInput("0 1 1\n", line);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(5, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task List_shows_every_environment_with_limit_and_threshold()
    {
        var result = await CommandCall.Run("env", "list");
        Assert.Equal(0, result.ExitCode);
        Assert.All(
            CatalogueSet.Standard.Environments,
            entry =>
                Assert.Single(
                    result.Output.Split('\n'),
                    line =>
                        line.StartsWith(entry.Specification.Name + " ", StringComparison.Ordinal)
                        && line.Contains($" {entry.Specification.StepLimit} ", StringComparison.Ordinal)
                        && line.Contains(
                            $" {entry.Specification.SolvedAt?.ToString(CultureInfo.InvariantCulture) ?? entry.Specification.Goal} ",
                            StringComparison.Ordinal
                        )
                )
        );
        Assert.Contains("[-4.8, 4.8] x R x [-0.42, 0.42] x R", result.Output, StringComparison.Ordinal);
        Assert.Contains("[-1, 1]^4 x [-12.57, 12.57] x [-28.27, 28.27]", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 1 x 1", "'x' at position 3 is not an integer")]
    [InlineData("0 1.0", "'1.0' at position 2 is not an integer")]
    [InlineData("0 1 1 2", "action 2 at position 4 is out of range; CartPole-v0 has the actions 0 to 1")]
    [InlineData("-1", "action -1 at position 1 is out of range")]
    [InlineData("0 99999999999999999999", "action 99999999999999999999 at position 2 is out of range")]
    public async Task Wrong_action_is_refused_before_anything_is_printed(string actions, string message)
    {
        var path = WriteActions(actions);
        AssertRefused(await Replay("CartPole-v0", "0", path), $"{path}: {message}");
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("one")]
    [InlineData("18446744073709551616")]
    public async Task Wrong_seed_is_refused(string seed) =>
        AssertRefused(
            await Replay("CartPole-v0", seed, WriteActions("0")),
            $"--seed '{seed}': a whole number from 0 to 18446744073709551615 is needed"
        );

    [Fact]
    public async Task Unknown_environment_is_refused_with_the_known_ones() =>
        AssertRefused(
            await Replay("Pendulum-v1", "0", WriteActions("0")),
            $"environment 'Pendulum-v1': no such environment; known are {string.Join(", ", CatalogueSet.Standard.Environments.Names)}"
        );

    [Fact]
    public async Task Missing_file_and_directory_are_refused()
    {
        var missing = Path.Combine(_folder, "missing.txt");
        AssertRefused(await Replay("CartPole-v0", "0", missing), $"--actions {missing} does not exist.");
        AssertRefused(await Replay("CartPole-v0", "0", _folder), $"--actions {_folder} is a directory;");
        AssertRefused(await Replay("CartPole-v0", "0", ""), "--actions '': it is empty;");
    }

    [Theory]
    [InlineData("CartPole-v0", "0.26.2", "--gym '0.26.2' is not supported; the one version is 0.10.9")]
    [InlineData("Acrobot-v1", "0.10.9", "--gym 0.10.9 does not exist for Acrobot-v1")]
    public async Task Wrong_gym_is_refused(string environment, string version, string message) =>
        AssertRefused(
            await CommandCall.Run(
                "env",
                "replay",
                environment,
                "--seed",
                "0",
                "--actions",
                WriteActions("0"),
                "--gym",
                version
            ),
            message
        );

    private static Task<CommandResult> Replay(string environment, string seed, string path) =>
        CommandCall.Run("env", "replay", environment, "--seed", seed, "--actions", path);

    private static void AssertRefused(CommandResult result, string message)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith($"hebb: {message}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    private string WriteActions(string actions)
    {
        var path = Path.Combine(_folder, "actions.txt");
        File.WriteAllText(path, actions);
        return path;
    }
}
