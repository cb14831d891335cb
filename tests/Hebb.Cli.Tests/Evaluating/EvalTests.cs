using System.Globalization;
using System.Text.Json.Nodes;

namespace Hebb.Cli.Tests.Evaluating;

public sealed class EvalTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    private string Store => _temporary.New("store with blanks, 日本");

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("ppo-ep", "best")]
    [InlineData("dqn", "best")]
    [InlineData("random", "drawn")]
    public async Task It_finds_what_the_run_found_at_its_end(string agent, string actions)
    {
        await Train(agent);
        CommandResult result = await CommandCall.Run("eval", Store, "--episodes", "20");
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        for (var seed = 0; seed < 2; seed++)
        {
            string folder = Path.Combine(Directory.GetDirectories(Store).Single(), $"seed-{seed}");
            var returns = JsonNode
                .Parse(await File.ReadAllTextAsync(Path.Combine(folder, "run.json")))!["greedyReturns"]
                ?.AsArray();
            string mean = returns is null ? @"\d+\.\d" : Written(returns.Average(one => (double)one!));
            Assert.Matches($@"\n{agent}-CartPole-v1-[0-9a-f]{{12}} +{seed} +{actions} +20 +{mean} ", result.Output);
        }

        // Other episodes are others.
        CommandResult sampled = await CommandCall.Run("eval", Store, "--episodes", "20", "--sampled", "--seed", "7");
        Assert.Equal(0, sampled.ExitCode);
        Assert.Equal(3, sampled.Output.TrimEnd('\n').Split('\n').Length);
        Assert.DoesNotContain(" best ", sampled.Output, StringComparison.Ordinal);
        Assert.False(string.Equals(result.Output, sampled.Output, StringComparison.Ordinal));
    }

    // With one decimal, or two where no mean of the column has two digits before them.
    private static string Written(double mean) =>
        string.Create(CultureInfo.InvariantCulture, $"(?:{mean:0.0}|{mean:0.00})");

    [Fact]
    public async Task Runs_that_are_not_whole_are_refused_and_whole_ones_are_watched()
    {
        await Train("a2c");
        string run = Path.Combine(Directory.GetDirectories(Store).Single(), "seed-1");
        CommandResult watched = await CommandCall.Run("enjoy", run, "--width", "200");
        Assert.Equal("", watched.Error);
        Assert.Equal(0, watched.ExitCode);
        Assert.StartsWith("a2c in CartPole-v1, seed 1: step ", watched.Output, StringComparison.Ordinal);
        byte[] picture = await File.ReadAllBytesAsync(Path.Combine(run, "episode.png"));
        Assert.Equal("PNG"u8.ToArray(), picture[1..4]);
        AssertRefused(
            await CommandCall.Run("enjoy", run, "--env", "CartPole-v1"),
            $"--env CartPole-v1: {run} is a run, and has an environment of its own"
        );
        AssertRefused(
            await CommandCall.Run("enjoy", Path.GetDirectoryName(run)!),
            $"{Path.GetDirectoryName(run)} is no folder of a run: it has no run.json"
        );

        string checkpoint = Path.Combine(run, "checkpoint.safetensors");
        byte[] content = await File.ReadAllBytesAsync(checkpoint);
        content[content.Length / 2] ^= 4;
        await File.WriteAllBytesAsync(checkpoint, content);
        foreach (string command in (string[])["eval", "enjoy"])
        {
            AssertRefused(
                await CommandCall.Run(command, run),
                $"{checkpoint} is damaged: its checksum does not match its contents; delete {run}"
            );
        }

        File.Delete(checkpoint);
        foreach (string command in (string[])["eval", "enjoy"])
        {
            AssertRefused(
                await CommandCall.Run(command, run),
                $"{checkpoint} is missing; delete {run} to repeat the run"
            );
        }

        AssertRefused(
            await CommandCall.Run("eval", Store, "--episodes", "0"),
            "--episodes '0': a whole number from 1 to 1000000 is needed"
        );
        Assert.Equal(picture, await File.ReadAllBytesAsync(Path.Combine(run, "episode.png")));
    }

    private async Task Train(string agent)
    {
        CommandResult trained = await CommandCall.Run(
            "train",
            agent,
            "--steps",
            "900",
            "--seeds",
            "0..1",
            "--evaluate",
            "20",
            "--out",
            Store
        );
        Assert.Equal("", trained.Error);
        Assert.Equal(0, trained.ExitCode);
    }

    private static void AssertRefused(CommandResult result, string expected)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(result.Output);
    }
}
