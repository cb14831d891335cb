using System.Globalization;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Files.Safetensors;
using Hebb.Lab.Logs;
using Hebb.Lab.Runs;
using Hebb.Policies;
using Hebb.Supervised;

namespace Hebb.Cli.Tests.Looking;

/// <summary>What the command trains, the library loads: runs, their checkpoints, and weights that were exported.</summary>
public sealed class WeightsExportTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("ppo-ep")]
    [InlineData("dqn")]
    public async Task A_run_and_its_weights_act_as_eval_does(string agent)
    {
        string store = _temporary.New("store"),
            weights = _temporary.New("policy.safetensors");
        await Success("train", agent, "--env", "CartPole-v0", "--seeds", "5", "--steps", "1500", "--out", store);
        await Success("export", store, "--to", weights);
        var folder = Path.GetDirectoryName(
            Directory.GetFiles(store, "run.json", SearchOption.AllDirectories).Single()
        )!;
        var kept = KeptAgent.Open(folder);
        double[] expected = GreedyEvaluation.Run((IGreedyAgent)kept.Agent, kept.Plan.CreateEnvironment(), 5, seed: 8);
        Assert.Equal(expected, Returns(Policy.Load(folder), 5, seed: 8));
        Assert.Equal(expected, Returns(Policy.Load(RunFolder.CheckpointPath(folder)), 5, seed: 8));
        Assert.Equal(expected, Returns(Policy.Load(weights), 5, seed: 8));
        Assert.All(
            SafetensorsFile.Read(weights).Tensors,
            tensor => Assert.Contains(".parameters.", tensor.Name, StringComparison.Ordinal)
        );

        Learner learner = Learner.Load(folder);
        Assert.Equal((agent, 5UL), (learner.Definition.Entry.Name, learner.Definition.Task.Seed));
        Assert.Equal(kept.Record.Episodes, EpisodeTable.Read(Path.Combine(folder, EpisodeLog.FileName)).Count);
    }

    [Fact]
    public async Task The_weights_of_images_are_asked_by_a_classifier()
    {
        SmallDataset.Write(_temporary.New("data"));
        string run = _temporary.New("run"),
            weights = _temporary.New("weights.safetensors");
        string[] small = ["--data", _temporary.New("data"), "--hidden", "8", "--batch", "20", "--epochs", "1"];
        await Success(["supervised", .. small, "--out", run]);
        await Success("export", run, "--to", weights);
        var dataset = Hebb.Lab.Data.ImageDataset.Load(_temporary.New("data"));
        var kept = Classifier.Load(run);
        var exported = Classifier.Load(weights);
        var correct = 0;
        for (var example = 0; example < dataset.Test.Count; example++)
        {
            var found = exported.Classify(dataset.Test.Input(example));
            Assert.Equal(kept.Classify(dataset.Test.Input(example)), found);
            Assert.Equal(exported.ClassCount, exported.Outputs.Length);
            correct += found == dataset.Test.Label(example) ? 1 : 0;
        }

        string[] epochs = await File.ReadAllLinesAsync(Path.Combine(run, EpochTable.FileName));
        var column = Array.IndexOf(epochs[0].Split(','), "test_accuracy");
        var accuracy = double.Parse(epochs[^1].Split(',')[column], CultureInfo.InvariantCulture);
        Assert.Equal(accuracy, (double)correct / dataset.Test.Count, 1e-9);
        var refusal = Assert.Throws<ArgumentException>(() => exported.Classify([1]));
        Assert.StartsWith("inputs: 1 numbers; the network has ", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<RecordException>(() => Policy.Load(weights));
    }

    [Fact]
    public async Task Weights_are_those_of_one_run()
    {
        string store = _temporary.New("store"),
            weights = _temporary.New("policy.safetensors");
        await Success("train", "ppo", "--env", "CartPole-v0", "--seeds", "0..1", "--steps", "300", "--out", store);
        await Refused("2 runs were chosen; .safetensors holds the weights of one", "export", store, "--to", weights);
        await Refused(
            "--episodes has no effect on .safetensors: leave it out",
            "export",
            store,
            "--episodes",
            "--to",
            weights
        );
        await Success("export", store, "--filter", "seed=1", "--to", weights);
        await Refused(
            $"--to {weights} exists: a new file, or --force to replace it, is needed",
            "export",
            store,
            "--to",
            weights
        );
        var refusal = Assert.Throws<RecordException>(() => Classifier.Load(weights));
        Assert.Contains("no network is in it", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_keeps_no_parameters_leaves_no_file()
    {
        string store = _temporary.New("store"),
            weights = _temporary.New("policy.safetensors");
        await Success("train", "random", "--env", "CartPole-v0", "--seeds", "0", "--steps", "300", "--out", store);
        CommandResult result = await CommandCall.Run(["export", store, "--to", weights]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("has no parts named parameters", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(weights));
    }

    private static async Task Success(params string[] arguments)
    {
        CommandResult result = await CommandCall.Run(arguments);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    private static async Task Refused(string line, params string[] arguments)
    {
        CommandResult result = await CommandCall.Run(arguments);
        Assert.Equal((2, $"hebb: {line}\n"), (result.ExitCode, result.Error));
    }

    private static double[] Returns(Policy policy, int episodes, ulong seed)
    {
        IEnvironment environment = CatalogueSet.Standard.CreateEnvironment("CartPole-v0");
        var seeds = RandomStreams.Evaluation(seed);
        var observation = new float[policy.ObservationSize];
        var returns = new double[episodes];
        for (var episode = 0; episode < episodes; episode++)
        {
            environment.Reset(seeds.NextUInt64(), observation);
            StepResult result;
            do
            {
                result = environment.Step(policy.Act(observation), observation);
                returns[episode] += result.Reward;
            } while (!result.EpisodeEnded);
        }

        return returns;
    }
}
