using System.Text.Json.Nodes;
using Hebb.Environments;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Comparisons;

namespace Hebb.Lab.Tests.Comparisons;

public sealed class ReturnRangeTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("OpenLock-CC3-v0", "{}", 60)]
    [InlineData("OpenLock-CE4-v0", "{\"rewardMode\": \"unique-solutions\", \"episode\": \"attempt\"}", 60)]
    [InlineData("OpenLock-CC4D-v0", "{}", 50)]
    [InlineData("OpenLock-CC3D-v0", "{\"transfer\": \"CC4\"}", 60)]
    [InlineData("OpenLock-CC3-CC4-v0", "{\"transfer\": \"CC4\"}", 60)]
    [InlineData("OpenLock-CC3-v0", "{\"rewardMode\": \"basic\"}", null)]
    [InlineData("OpenLock-CC3-v0", "{\"episode\": \"trial\"}", null)]
    public void The_range_of_OpenLock_hangs_on_its_options(string environment, string options, int? most)
    {
        new SyntheticRun
        {
            Environment = environment,
            Settings = new() { ["environment.options"] = JsonNode.Parse(options) },
        }.Write(_temporary.New());
        CataloguedRun run = RunCatalogue.Read([_temporary.New()], _temporary.New()).Runs.Single();
        ReturnRange? expected = most is { } highest ? new ReturnRange(0, highest) : null;
        Assert.Equal(expected, PossibleReturns.Of(run, ScoreMetric.Find("last100")));
    }

    [Theory]
    [InlineData("CC3", 60)]
    [InlineData("CE4", 60)]
    [InlineData("TwoStep", 60)]
    [InlineData("CC4D", 50)]
    [InlineData("CE3D", 50)]
    public void The_highest_return_of_an_attempt_is_that_of_a_solution(string scenario, double most)
    {
        var environment = new OpenLockEnvironment(new() { Scenario = Scenario.Find(scenario) });
        var observation = new float[16];
        environment.Reset(0, observation);
        var solution = environment.Progress.Room.Solutions[0];
        var sum = solution.Actions.Sum(action => environment.Step(Math.Max(action, 0), observation).Reward);
        Assert.Equal(most, sum);
    }
}
