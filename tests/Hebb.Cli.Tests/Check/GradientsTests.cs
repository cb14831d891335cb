using System.Diagnostics;

namespace Hebb.Cli.Tests.Check;

public sealed class GradientsTests : IDisposable
{
    private static readonly string[] Small =
    [
        "--estimators",
        "one-sided,symmetric,contrastive-hebbian,recurrent-backprop",
        "--topologies",
        "one-hidden,separate-feedback",
        "--activations",
        "tanh",
        "--costs",
        "squared-error,cross-entropy",
        "--networks",
        "2",
    ];

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_small_check_writes_every_file_and_is_as_theory_says()
    {
        CommandResult result = await Run("out", Small);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "4 estimators on 2 topologies, 1 activation and 2 costs: 4 combinations",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Matches(@"Exact methods agree to \d\.\de-\d+\.", result.Output);
        Assert.Matches(@"one-hidden +1 +1\.00\d .* as theory says", result.Output);
        Assert.Matches(@"one-hidden +2 +2\.00\d .* as theory says", result.Output);
        Assert.Contains("no order expected", result.Output, StringComparison.Ordinal);
        Assert.Contains("directed connections have no energy", result.Output, StringComparison.Ordinal);
        Assert.Contains("All as theory says: ", result.Output, StringComparison.Ordinal);

        string[] gradients = Lines("out", "gradients.csv");
        Assert.StartsWith(
            "estimator,topology,activation,cost,network,beta,relative_error,cosine,sign_agreement,sweeps,settled,",
            gradients[0],
            StringComparison.Ordinal
        );

        // Once on four combinations; on two at thirteen betas, twice; on one, once: of two networks each.
        Assert.Equal(1 + (2 * (4 + (2 * 2 * 13) + 1)), gradients.Length);
        string[] orders = Lines("out", "orders.csv");
        Assert.StartsWith(
            "estimator,topology,activation,cost,networks,expected,order,",
            orders[0],
            StringComparison.Ordinal
        );
        Assert.Equal(1 + (4 * 4), orders.Length);
        foreach (string name in (string[])["gradients.csv", "orders.csv", "gradients.png", "gradients.svg"])
        {
            string file = Path.Combine(_temporary.New("out"), name);
            Assert.True(new FileInfo(file).Length > 0, name);
            Assert.Contains(file, result.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(result.Output, character => char.IsControl(character) && character != '\n');
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 120));
    }

    [Fact]
    public async Task Files_do_not_depend_on_how_many_threads_measure()
    {
        Assert.Equal(0, (await Run("one", [.. Small, "--jobs", "1"])).ExitCode);
        Assert.Equal(0, (await Run("three", [.. Small, "--jobs", "3"])).ExitCode);
        foreach (string name in (string[])["gradients.csv", "orders.csv", "gradients.svg"])
        {
            Assert.Equal(Lines("one", name), Lines("three", name));
        }
    }

    [Fact]
    public async Task Strengths_that_show_no_order_are_exit_code_1()
    {
        CommandResult result = await Run("out", [.. Small, "--betas", "1e-10,1e-11,1e-12"]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("unclear", result.Output, StringComparison.Ordinal);
        Assert.Contains("Not all as theory says: 4 of 8.", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("--estimators magic", "--estimators magic: no such estimator; known are recurrent-backprop, ")]
    [InlineData("--estimators symmetric,", "--estimators 'symmetric,': a name is empty; known are ")]
    [InlineData("--topologies ring", "--topologies ring: no such topology; known are one-hidden, ")]
    [InlineData("--topologies skip,skip", "--topologies skip,skip: skip is named twice")]
    [InlineData(
        "--activations tahn",
        "--activations tahn: no such activation; did you mean tanh? known are hard-sigmoid, "
    )]
    [InlineData("--costs hinge", "--costs hinge: no such cost; known are squared-error, cross-entropy, linear")]
    [InlineData("--betas 0,0.1,0.2", "--betas 0,0.1,0.2: '0' is not possible; at least 3 numbers above 0")]
    [InlineData("--betas NaN,0.1,0.2", "--betas NaN,0.1,0.2: 'NaN' is not possible")]
    [InlineData("--betas -0.1,0.1,0.2", "--betas -0.1,0.1,0.2: '-0.1' is not possible")]
    [InlineData("--betas Infinity,0.1,0.2", "--betas Infinity,0.1,0.2: 'Infinity' is not possible")]
    [InlineData("--betas 0.1,,0.2", "--betas 0.1,,0.2: '' is not possible")]
    [InlineData("--betas 0.1,0.2", "--betas 0.1,0.2: at least 3 numbers above 0 and at most 10 are needed")]
    [InlineData("--betas 0.1,0.2,0.10", "--betas 0.1,0.2,0.10: 0.10 is given twice")]
    [InlineData("--networks 0", "--networks '0': a whole number from 1 to")]
    [InlineData("--seed -1", "--seed '-1': a whole number from 0 to")]
    [InlineData("--jobs 0", "--jobs '0': a whole number from 1 to")]
    [InlineData("--tolerance 0", "--tolerance '0': a number is needed. From 1e-15 to 0.1")]
    [InlineData("--tolerance NaN", "--tolerance 'NaN': a number is needed. From 1e-15 to 0.1")]
    [InlineData("now", "'now' is no command or option of 'hebb check gradients'")]
    public async Task Bad_arguments_are_one_line_and_nothing_is_written(string arguments, string expected)
    {
        AssertRefused(await Run("out", arguments.Split(' ')), expected);
        Assert.False(Path.Exists(_temporary.New("out")));
    }

    [Fact]
    public async Task Directories_that_cannot_be_used_are_refused()
    {
        await File.WriteAllTextAsync(_temporary.New("file"), "mine");
        AssertRefused(await Run("file"), $"--out {_temporary.New("file")} is a file: a directory is needed");
        AssertRefused(
            await CommandCall.Run("check", "gradients", "--out", Path.Combine(_temporary.New("file"), "below")),
            $"--out {Path.Combine(_temporary.New("file"), "below")} cannot be made"
        );
        AssertRefused(
            await CommandCall.Run("check", "gradients", "--out", ""),
            "--out '': it is empty; something is needed"
        );
        AssertRefused(await CommandCall.Run("check", "gradients", "--out", "--seed"), "--out '--seed': the name");
        Assert.Equal("mine", await File.ReadAllTextAsync(_temporary.New("file")));
    }

    [Fact]
    public async Task Interrupted_it_writes_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using Process process = CommandProcess.Start(Arguments("out", ["--networks", "1000"]));

        // By its first line it hears of signals; when its directory is there it may not yet.
        Assert.NotNull(await process.StandardOutput.ReadLineAsync());

        CommandProcess.Signal(process, "INT");
        CommandResult result = await CommandProcess.End(process);
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("Stopped: no file was written.", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
        Assert.Empty(Directory.GetFileSystemEntries(_temporary.New("out")));
    }

    private string[] Lines(string name, string file) => File.ReadAllLines(Path.Combine(_temporary.New(name), file));

    private Task<CommandResult> Run(string name, params string[] arguments) =>
        CommandCall.Run(Arguments(name, arguments));

    private string[] Arguments(string name, string[] arguments) =>
        ["check", "gradients", "--out", _temporary.New(name), .. arguments];

    private static void AssertRefused(CommandResult result, string expected)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(result.Output);
    }
}
