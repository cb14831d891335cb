namespace Hebb.Cli.Tests.Listing;

public sealed class ListTests
{
    [Theory]
    [InlineData("agents", "ppo-ep", "random", "report-policy-ep-as-published")]
    [InlineData("environments", "CartPole-v0", "Acrobot-v1", "MountainCar-v0")]
    [InlineData("estimators", "symmetric", "holomorphic", "backprop")]
    [InlineData("relaxations", "fixed-point", "anderson")]
    [InlineData("optimizers", "adam", "sgd")]
    [InlineData("costs", "squared-error", "clipped-policy", "huber-temporal-difference")]
    [InlineData("activations", "hard-sigmoid", "tanh", "linear")]
    public async Task A_catalogue_has_a_line_for_each_name(string catalogue, params string[] names)
    {
        CommandResult result = await CommandCall.Run("list", catalogue);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.StartsWith("name ", lines[0], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Matches(@"^[A-Za-z0-9-]+  +\S", line));
        Assert.All(
            names,
            name => Assert.Contains(lines, line => line.StartsWith($"{name} ", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("list", "environments")]
    [InlineData("env", "list")]
    [InlineData("list")]
    public async Task Every_environment_says_what_counts_as_solved(params string[] arguments)
    {
        string[] lines = (await CommandCall.Run(arguments)).Output.TrimEnd('\n').Split('\n');
        Assert.DoesNotContain(lines, line => line.EndsWith("mean return of ", StringComparison.Ordinal));
        string[] rooms = [.. lines.Where(line => line.Contains("OpenLock-", StringComparison.Ordinal))];
        Assert.NotEmpty(rooms);
        Assert.All(
            rooms,
            line =>
                Assert.Contains(
                    line.Contains("OpenLock-Row-", StringComparison.Ordinal)
                        ? "the door of every row opened"
                        : "every solution of a trial found",
                    line,
                    StringComparison.Ordinal
                )
        );
    }
}
