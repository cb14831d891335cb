namespace Hebb.Cli.Tests.Watching;

/// <summary>The commands <c>hebb enjoy</c> and <c>hebb env draw</c>.</summary>
public sealed class EnjoyCommandTests : IDisposable
{
    private static readonly byte[] Animation = "acTL"u8.ToArray();

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task An_agent_at_its_start_is_watched_in_a_picture_that_is_the_same_every_time()
    {
        var (first, second) = (_directory.New("one/first.png"), _directory.New("one/second.png"));
        CommandResult result = await CommandCall.Run("enjoy", "ppo-ep", "--seed", "3", "--out", first);
        Assert.Empty(result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(
            @"^ppo-ep in CartPole-v1, untrained, seed 3: step (\d+) of 500, return \1\r?\nWritten: .*first\.png, \d+ frames, \d+ kB\.",
            result.Output
        );
        await CommandCall.Run("enjoy", "ppo-ep", "--seed", "3", "--out", second);
        byte[] picture = await File.ReadAllBytesAsync(first);
        Assert.True(picture.AsSpan().IndexOf(Animation) > 0);
        Assert.Equal(picture, await File.ReadAllBytesAsync(second));
        Assert.Equal(2, Directory.GetFiles(_directory.New("one")).Length);
    }

    [Fact]
    public async Task Long_episodes_are_thinned_and_small_pictures_are_small()
    {
        var picture = _directory.New("small.png");
        CommandResult result = await CommandCall.Run([
            "enjoy",
            "random",
            "--env",
            "MountainCar-v0",
            "--frames",
            "30",
            "--width",
            "200",
            "--sampled",
            "--out",
            picture,
        ]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("step 200 of 200, return -200", result.Output, StringComparison.Ordinal);
        Assert.Contains(" 26 frames", result.Output, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(picture).Length, 5_000, 100_000);
    }

    [Theory]
    [InlineData("enjoy nobody", "'nobody' is no folder of a run, and no agent; known are ppo-ep,")]
    [InlineData("enjoy ppo-ep --env Pendulum-v1", "--env 'Pendulum-v1': no such environment; known are CartPole-v0,")]
    [InlineData("enjoy report-dqn-backprop --env Acrobot-v1", "--env Acrobot-v1: report-dqn-backprop is made for")]
    [InlineData("enjoy ppo-ep --live", "--live: standard output is no terminal")]
    [InlineData("enjoy ppo-ep --live --width 200", "--width: it is for a picture, and --live makes none")]
    [InlineData("enjoy ppo-ep --live --frames 9", "--frames: it is for a picture, and --live makes none")]
    [InlineData(
        "enjoy ppo-ep --out episode.gif",
        "--out 'episode.gif': the name of a file that ends with .png is needed"
    )]
    [InlineData("enjoy ppo-ep --out FILE/episode.png", "--out FILE/episode.png cannot be written:")]
    [InlineData("enjoy ppo-ep --out FOLDER.png", "--out FOLDER.png is a directory: the name of a file is needed")]
    [InlineData("enjoy ppo-ep --seed -1", "--seed '-1': a whole number from 0 to 18446744073709551615 is needed")]
    [InlineData(
        "enjoy ppo-ep --frames-per-second 0",
        "--frames-per-second '0': a whole number from 1 to 1000 is needed"
    )]
    [InlineData("enjoy ppo-ep --frames 1", "--frames '1': a whole number from 2 to 100000 is needed")]
    [InlineData("env draw Pendulum-v1", "environment 'Pendulum-v1': no such environment; known are CartPole-v0,")]
    [InlineData("env draw CartPole-v1 --out picture", "--out 'picture': the name of a file that ends with .png")]
    [InlineData("env draw CartPole-v1 --actions missing", "--actions missing does not exist.")]
    public async Task What_cannot_be_is_one_line_and_exit_code_2(string arguments, string expected)
    {
        var (file, folder) = (_directory.New("file"), _directory.New("folder.png"));
        await File.WriteAllTextAsync(file, "");
        Directory.CreateDirectory(folder);
        CommandResult result = await CommandCall.Run(Named(arguments).Split(' '));
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {Named(expected)}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(result.Output);
        Assert.Equal(2, Directory.GetFileSystemEntries(Path.GetDirectoryName(file)!).Length);

        string Named(string text) =>
            text.Replace("FILE", file, StringComparison.Ordinal)
                .Replace("FOLDER.png", folder, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_is_drawn_as_text_where_no_picture_is_asked_for()
    {
        CommandResult result = await CommandCall.Run("env", "draw", "CartPole-v1", "--seed", "5");
        Assert.Equal(0, result.ExitCode);
        var lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal("CartPole-v1, seed 5: step 0 of 500, return 0", lines[0]);
        Assert.InRange(lines.Length, 8, 23);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("\u22122.4", result.Output, StringComparison.Ordinal);
        Assert.Contains(result.Output, sign => sign is > '\u2800' and <= '\u28FF');
    }

    [Fact]
    public async Task An_environment_is_drawn_after_actions_into_a_picture()
    {
        var (actions, picture) = (_directory.New("actions"), _directory.New("acrobot.png"));
        await File.WriteAllTextAsync(actions, "0 2 1 2");
        CommandResult result = await CommandCall.Run(
            "env",
            "draw",
            "Acrobot-v1",
            "--actions",
            actions,
            "--out",
            picture
        );
        Assert.Empty(result.Error);
        Assert.Equal(0, result.ExitCode);
        byte[] file = await File.ReadAllBytesAsync(picture);
        Assert.Equal("PNG"u8, file.AsSpan(1, 3));
        Assert.InRange(file.Length, 3_000, 100_000);
        Assert.Equal(-1, file.AsSpan().IndexOf(Animation));
    }
}
