using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Training;

namespace Hebb.Lab.Tests.Training;

public sealed class TrainingConfigurationTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Runs_lie_by_environment_and_agent()
    {
        using (ConfiguredDirectory<TrainingConfiguration> directory = Open(ToyTraining.Configuration(seeds: "7")))
        {
            ToyTraining.Summary(directory);
        }

        var folder = Path.Combine(_temporary.New(), "runs", "CartPole-v0", "toy", "seed-7");
        Assert.True(File.Exists(Path.Combine(folder, RunFolder.RecordName)));
    }

    [Fact]
    public void Another_configuration_is_refused_by_its_first_difference()
    {
        Open(ToyTraining.Configuration()).Dispose();
        Open(ToyTraining.Configuration()).Dispose();
        AssertRefused(ToyTraining.Configuration(agent: "alone"), "agents is toy there and alone now");
        AssertRefused(ToyTraining.Configuration(steps: 2002), "steps is 2001 there and 2002 now");
        AssertRefused(ToyTraining.Configuration(seeds: "0..3"), "seeds is 0..2 there and 0..3 now");
        AssertRefused(ToyTraining.Configuration(evaluation: 4), "evaluation is 3 there and 4 now");
        AssertRefused(ToyTraining.Configuration() with { Diagnostics = true }, "diagnostics is off there and on now");
        AssertRefused(
            ToyTraining.Configuration() with
            {
                Groups = [new RunGroup("toy", "CartPole-v1", 2001)],
            },
            "environments is CartPole-v0 there and CartPole-v1 now"
        );
        AssertRefused(
            ToyTraining.Configuration() with
            {
                Experiment = "benchmark",
            },
            "experiment is toy there and benchmark now"
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData(
        """{"formatVersion":1,"experiment":"train","groups":null,"seeds":"1","evaluation":1,"diagnostics":false}"""
    )]
    [InlineData(
        """{"formatVersion":1,"experiment":"train","groups":[null],"seeds":"1","evaluation":1,"diagnostics":false}"""
    )]
    public void A_broken_configuration_is_named(string content)
    {
        Directory.CreateDirectory(_temporary.New());
        File.WriteAllText(Path.Combine(_temporary.New(), "configuration.json"), content);
        AssertRefused(ToyTraining.Configuration(), "configuration.json is not the configuration of an experiment");
    }

    private void AssertRefused(TrainingConfiguration configuration, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<RecordException>(() => Open(configuration)).Message,
            StringComparison.Ordinal
        );

    private ConfiguredDirectory<TrainingConfiguration> Open(TrainingConfiguration configuration) =>
        ConfiguredDirectory.Open(_temporary.New(), configuration);
}
