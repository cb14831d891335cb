namespace Hebb.Cli.Tests.Supervised;

public sealed class SupervisedInputTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public SupervisedInputTests() => SmallDataset.Write(Data);

    private string Data => _temporary.New("small");

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("--epochs 0", "--epochs '0': a whole number from 1 to")]
    [InlineData("--batch 0", "--batch '0': a whole number from 1 to")]
    [InlineData("--batch 201", "--batch 201: at most the 200 training examples are possible")]
    [InlineData("--examples 50", "--batch 64: at most the 50 training examples are possible")]
    [InlineData("--examples 201", "--examples 201: small has 200 training examples")]
    [InlineData("--examples -1", "--examples '-1': a whole number from 0 to")]
    [InlineData("--free-sweeps 0", "--free-sweeps '0': a whole number from 1 to")]
    [InlineData("--nudged-sweeps 1.5", "--nudged-sweeps '1.5': a whole number from 1 to")]
    [InlineData("--seed -1", "--seed '-1': a whole number from 0 to")]
    [InlineData("--beta 0", "--beta '0': a number other than 0 is needed")]
    [InlineData("--beta NaN", "--beta 'NaN': a number other than 0 is needed")]
    [InlineData("--beta half", "--beta 'half': a number other than 0 is needed")]
    [InlineData("--gain 0", "--gain '0': a positive number is needed")]
    [InlineData("--learning-rate -0.1", "--learning-rate '-0.1': a positive number is needed")]
    [InlineData("--learning-rate 1e999", "--learning-rate '1e999': a positive number is needed")]
    [InlineData("--stop residual --tolerance 0", "--tolerance '0': a positive number is needed")]
    [InlineData("--tolerance 0.1", "--tolerance 0.1: it is for --stop residual alone")]
    [InlineData("--threads 0", "--threads '0': a whole number from 1 to")]
    [InlineData("--output-activation step", "--output-activation 'step': one of hard-sigmoid, ")]
    [InlineData("--stop never", "--stop 'never': one of sweeps, residual is needed")]
    [InlineData("--hidden 0", "--hidden '0': from 1 to 32 whole numbers")]
    [InlineData("--hidden 512,", "--hidden '512,': from 1 to 32 whole numbers")]
    [InlineData("--hidden 8,-8", "--hidden '8,-8': from 1 to 32 whole numbers")]
    [InlineData("--hidden 100000,100000", "--hidden 100000,100000: the network would have")]
    [InlineData("--estimator magic", "--estimator 'magic': one of one-sided, random-sign, symmetric, ")]
    [InlineData("--estimator central-differences", "--estimator 'central-differences': one of one-sided")]
    [InlineData(
        "--estimator holomorphic --beta -1",
        "beta -1: it is the radius of a circle of nudging strengths; a positive finite number is needed"
    )]
    [InlineData("--estimator backprop --beta 0.3", "--beta 0.3: backprop takes no nudging strength; leave it out")]
    [InlineData(
        "--estimator contrastive-hebbian --beta 0.3",
        "--beta 0.3: contrastive-hebbian takes no nudging strength; leave it out"
    )]
    [InlineData("--estimator backprop --free-sweeps 3", "--free-sweeps 3: backprop settles nothing; leave it out")]
    [InlineData("--estimator backprop --stop sweeps", "--stop sweeps: backprop settles nothing; leave it out")]
    [InlineData("--estimator holomorphic", "layer 'hidden1': activation hard-sigmoid is not analytic")]
    [InlineData(
        "--estimator contrastive-hebbian --cost cross-entropy",
        "layer 'output': a readout does not act on the others"
    )]
    [InlineData("--activation magic", "--activation 'magic': one of hard-sigmoid, ")]
    [InlineData("--activation linear --beta 1.5", "beta -1.5: with cost squared-error on linear outputs")]
    [InlineData("--cost magic", "--cost 'magic': one of squared-error, cross-entropy is needed")]
    [InlineData("--optimizer magic", "--optimizer 'magic': one of adam, sgd is needed")]
    [InlineData("--epoch 3", "'--epoch' is no command or option of 'hebb supervised'")]
    [InlineData("now", "'now' is no command or option of 'hebb supervised'")]
    public async Task Bad_arguments_are_one_line_and_nothing_is_written(string arguments, string expected)
    {
        CommandResult result = await CommandCall.Run([
            "supervised",
            "--data",
            Data,
            "--out",
            _temporary.New(),
            .. arguments.Split(' '),
        ]);
        AssertRefused(result, expected);
        Assert.False(Path.Exists(_temporary.New()));
    }

    [Theory]
    [InlineData("cifar", "--data 'cifar': neither a directory nor a known dataset; known are fashion-mnist, mnist")]
    [InlineData("", "--data '': it is empty; something is needed")]
    public async Task Unknown_data_are_refused(string data, string expected)
    {
        AssertRefused(await CommandCall.Run("supervised", "--data", data, "--out", _temporary.New()), expected);
        Assert.False(Path.Exists(_temporary.New()));
    }

    [Fact]
    public async Task Damaged_data_are_one_line_that_names_the_file()
    {
        var images = Path.Combine(Data, "train-images-idx3-ubyte");
        await File.WriteAllBytesAsync(images, (await File.ReadAllBytesAsync(images))[..^1]);
        AssertRefused(await Run(_temporary.New()), $"{images} is cut off");
        File.Delete(images);
        AssertRefused(await Run(_temporary.New()), $"{Data} holds no train-images-idx3-ubyte.gz");
        Assert.False(Path.Exists(_temporary.New()));
    }

    [Fact]
    public async Task A_directory_with_a_run_is_gone_on_with_by_the_same_arguments_and_refused_by_others()
    {
        Assert.Equal(0, (await Run(_temporary.New(), "--epochs", "1", "--hidden", "4")).ExitCode);
        var weights = Path.Combine(_temporary.New(), "weights.safetensors");
        var before = await File.ReadAllBytesAsync(weights);
        string belongs = $"--out {_temporary.New()} belongs to another configuration: ";
        AssertRefused(
            await Run(_temporary.New(), "--epochs", "1", "--hidden", "8"),
            $"{belongs}supervised.network.hidden is 4 there and 8 now; choose a new directory or the same arguments"
        );
        AssertRefused(
            await Run(_temporary.New(), "--epochs", "2", "--hidden", "4"),
            $"{belongs}supervised.epochs is 1 there and 2 now"
        );
        AssertRefused(
            await Run(_temporary.New(), "--epochs", "1", "--hidden", "4", "--seed", "3"),
            $"{belongs}seed is 0 there and 3 now"
        );
        Assert.Equal(before, await File.ReadAllBytesAsync(weights));
        CommandResult same = await Run(_temporary.New(), "--epochs", "1", "--hidden", "4");
        Assert.Equal("", same.Error);
        Assert.Equal(0, same.ExitCode);
        Assert.Contains("in epoch 1.", same.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(weights));
    }

    [Fact]
    public async Task A_directory_with_something_else_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(_temporary.New());
        string mine = Path.Combine(_temporary.New(), "mine");
        await File.WriteAllTextAsync(mine, "mine");
        AssertRefused(
            await Run(_temporary.New()),
            $"--out {_temporary.New()} is not empty, and what it holds would be overwritten"
        );
        Assert.Equal([mine], Directory.GetFileSystemEntries(_temporary.New()));
    }

    [Fact]
    public async Task An_empty_directory_will_do_and_what_is_none_is_refused()
    {
        Directory.CreateDirectory(_temporary.New("empty"));
        Assert.Equal(0, (await Run(_temporary.New("empty"), "--epochs", "1", "--hidden", "4")).ExitCode);
        AssertRefused(await Run(""), "--out '': it is empty; something is needed");
        AssertRefused(await Run("--epochs"), "--out '--epochs': the name of a directory is needed");
        await File.WriteAllTextAsync(_temporary.New("file"), "mine");
        AssertRefused(await Run(_temporary.New("file")), $"--out {_temporary.New("file")} is a file");
        var below = Path.Combine(_temporary.New("file"), "below");
        AssertRefused(await Run(below), $"--out {below} cannot be written");
        Assert.Equal("mine", await File.ReadAllTextAsync(_temporary.New("file")));
    }

    private Task<CommandResult> Run(string directory, params string[] arguments) =>
        CommandCall.Run(["supervised", "--data", Data, "--out", directory, .. arguments]);

    private static void AssertRefused(CommandResult result, string expected)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(result.Output);
    }
}
