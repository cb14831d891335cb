using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Hebb.Catalogues;
using Hebb.Lab.Data;
using Hebb.Supervised;

namespace Hebb.Cli.Tests.Supervised;

public sealed partial class SupervisedTests : IDisposable
{
    private static readonly string[] Files =
    [
        "epochs.csv",
        "learning-curve.png",
        "learning-curve.svg",
        "run.json",
        "weights.safetensors",
    ];

    private readonly TemporaryDirectory _temporary = new();

    public SupervisedTests() => SmallDataset.Write(Data);

    public static TheoryData<string> Estimators =>
        [.. SupervisedModel.EstimatorsOf(CatalogueSet.Standard).Select(entry => entry.Name)];

    private string Data => _temporary.New("small");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_run_tells_each_epoch_and_writes_every_file()
    {
        CommandResult result = await Run("out", "--epochs", "3", "--learning-rate", "0.01", "--seed", "7");
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        string[] lines = Lines("out", "epochs.csv");
        Assert.Equal(
            "epoch,seconds,training_cost,training_accuracy,test_cost,test_accuracy,free_sweeps,nudged_sweeps,"
                + "unsettled_phases,examples_per_second",
            lines[0]
        );
        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.Equal(10, line.Split(',').Length));
        Assert.StartsWith("3,", lines[3], StringComparison.Ordinal);
        foreach (string name in Files)
        {
            string file = Path.Combine(_temporary.New("out"), name);
            Assert.True(new FileInfo(file).Length > 0, name);
            Assert.Contains(file, result.Output, StringComparison.Ordinal);
        }

        Assert.Contains(
            $"small in {Data}: 200 training and 80 test examples, 16 inputs, 4 classes.",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "16-12-4, symmetric: hard-sigmoid and linear, squared-error, beta 0.5, 30 free and 10 nudged sweeps, batches of 64",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Matches(@"(?m)^    3 .* 30\.0    20\.0     0\.00 % ", result.Output);
        Assert.Matches(@"Test accuracy \d+\.\d\d %; best \d+\.\d\d %, in epoch \d\.", result.Output);
        Assert.DoesNotContain(result.Output, character => char.IsControl(character) && character != '\n');
    }

    [Fact]
    public async Task The_same_arguments_give_the_same_rows_and_weights()
    {
        string[] arguments = ["--epochs", "2", "--estimator", "random-sign", "--examples", "150", "--batch", "40"];
        Assert.Equal(0, (await Run("one", arguments)).ExitCode);
        Assert.Equal(0, (await Run("two", arguments)).ExitCode);
        Assert.Equal(0, (await Run("three", [.. arguments, "--seed", "1"])).ExitCode);
        Assert.Equal(WithoutTimes("one"), WithoutTimes("two"));
        Assert.NotEqual(WithoutTimes("one"), WithoutTimes("three"));
        Assert.Equal(Weights("one"), Weights("two"));
    }

    [Fact]
    public async Task Threads_and_annealing_give_the_same_bits_again_and_others_than_without()
    {
        string[] plain = ["--epochs", "3", "--estimator", "random-sign"];
        string[] threads = [.. plain, "--threads", "2"];
        Assert.Equal(0, (await Run("plain", plain)).ExitCode);
        Assert.Equal(0, (await Run("one", threads)).ExitCode);
        Assert.Equal(0, (await Run("two", threads)).ExitCode);
        Assert.Equal(0, (await Run("annealed", [.. plain, "--anneal"])).ExitCode);
        Assert.Equal(WithoutTimes("one"), WithoutTimes("two"));
        Assert.Equal(Weights("one"), Weights("two"));
        Assert.False(Weights("plain").AsSpan().SequenceEqual(Weights("one")));

        // The first epoch is the same with the whole rate; after it the steps are smaller.
        Assert.Equal(WithoutTimes("plain")[1], WithoutTimes("annealed")[1]);
        Assert.NotEqual(WithoutTimes("plain")[2], WithoutTimes("annealed")[2], StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Estimators))]
    public async Task Every_estimator_of_the_help_runs(string estimator)
    {
        CommandResult result = await Run("out", "--epochs", "1", "--estimator", estimator, "--activation", "sigmoid");
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Settling_by_residual_takes_fewer_sweeps()
    {
        CommandResult result = await Run(
            "out",
            "--epochs",
            "1",
            "--stop",
            "residual",
            "--tolerance",
            "0.01",
            "--cost",
            "cross-entropy",
            "--hidden",
            "12,8",
            "--optimizer",
            "sgd"
        );
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        double sweeps = double.Parse(Lines("out", "epochs.csv")[1].Split(',')[6], CultureInfo.InvariantCulture);
        Assert.InRange(sweeps, 1, 29);
        Assert.Contains("at most, to a residual of 0.01", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Interrupted_it_says_what_is_kept(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using Process process = CommandProcess.Start(Arguments("out", "--epochs", "100000"));
        await FirstEpoch(process);
        CommandProcess.Signal(process, signal);
        CommandResult result = await CommandProcess.End(process);
        Assert.Equal(130, result.ExitCode);
        Assert.Empty(result.Error);
        var kept = Lines("out", "epochs.csv").Length - 1;
        Assert.Contains(
            $"Stopped: {kept} of 100000 epochs are finished and kept in {_temporary.New("out")}",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            Directory.GetFiles(_temporary.New("out")),
            file => file.EndsWith(".partial", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Killed_it_has_lost_nothing_that_it_had_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using Process process = CommandProcess.Start(Arguments("out", "--epochs", "100000"));
        var told = 0;
        while (
            told < 2 && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
        )
        {
            told += EpochRow().IsMatch(line) ? 1 : 0;
        }

        CommandProcess.Signal(process, "KILL");
        CommandResult result = await CommandProcess.End(process);
        told += result.Output.Split('\n').Count(line => EpochRow().IsMatch(line));
        Assert.InRange(Lines("out", "epochs.csv").Length - 1, told, int.MaxValue);
        foreach (string name in Files)
        {
            Assert.True(File.Exists(Path.Combine(_temporary.New("out"), name)), name);
        }
    }

    [Fact]
    public async Task Divergence_is_one_line_and_leaves_its_record()
    {
        CommandResult result = await Run(
            "out",
            "--activation",
            "linear",
            "--optimizer",
            "sgd",
            "--learning-rate",
            "1e12"
        );
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("hebb: the network diverged in epoch 1", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal(2, Lines("out", "epochs.csv").Length);
        Assert.Contains(
            "\"divergedInEpoch\": 1",
            string.Join('\n', Lines("out", "run.json")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Fashion_mnist_is_learned()
    {
        var directory = DatasetFolders.OfThisMachine().Find(DatasetCatalogue.Get("fashion-mnist"));
        Assert.SkipWhen(directory is null, "Fashion-MNIST is not on this machine.");
        CommandResult result = await CommandCall.Run(
            "supervised",
            "--examples",
            "2000",
            "--epochs",
            "2",
            "--out",
            _temporary.New()
        );
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        double accuracy = double.Parse(Lines("out", "epochs.csv")[2].Split(',')[5], CultureInfo.InvariantCulture);
        Assert.InRange(accuracy, 0.6, 0.9);
    }

    [GeneratedRegex(@"^ +\d+ .*%", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EpochRow();

    private async Task FirstEpoch(Process process)
    {
        string file = Path.Combine(_temporary.New("out"), "epochs.csv");
        while (!File.Exists(file) && !process.HasExited)
        {
            await Task.Delay(1);
        }
    }

    private string[] WithoutTimes(string name) =>
        [
            .. Lines(name, "epochs.csv")
                .Select(line => line.Split(','))
                .Select(cells => string.Join(',', cells.Where((_, column) => column is not (1 or 9)))),
        ];

    private byte[] Weights(string name) => File.ReadAllBytes(Path.Combine(_temporary.New(name), "weights.safetensors"));

    private string[] Lines(string name, string file) => File.ReadAllLines(Path.Combine(_temporary.New(name), file));

    private Task<CommandResult> Run(string name, params string[] arguments) =>
        CommandCall.Run(Arguments(name, arguments));

    private string[] Arguments(string name, params string[] arguments) =>
        arguments.Contains("--hidden", StringComparer.Ordinal)
            ? ["supervised", "--data", Data, "--out", _temporary.New(name), .. arguments]
            : ["supervised", "--data", Data, "--out", _temporary.New(name), "--hidden", "12", .. arguments];
}
