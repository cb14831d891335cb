namespace Hebb.Cli.Tests.Reproduce;

public sealed class Figure4InputTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("--seeds 3..0", "--seeds '3..0': 3..0 ends before it begins; 0..3 would be a range")]
    [InlineData("--seeds -3", "--seeds '-3': seeds such as 0..19, 7 or 1,5,9 are needed")]
    [InlineData("--seeds many", "--seeds 'many': seeds such as 0..19, 7 or 1,5,9 are needed")]
    [InlineData("--seeds", "Required argument missing for option: '--seeds'")]
    [InlineData("--seeds 1 --seeds 2", "Option '--seeds' expects a single argument but 2 were provided")]
    [InlineData("--methods ran\u001bdom", "--methods ran?dom: no such method")]
    [InlineData("--episodes 0", "--episodes '0': a whole number from 1 to")]
    [InlineData("--episodes 1.5", "--episodes '1.5': a whole number from 1 to")]
    [InlineData("--jobs 0", "--jobs '0': a whole number from 1 to")]
    [InlineData("--jobs -1", "--jobs '-1': a whole number from 1 to")]
    [InlineData("--seeds 0..99999", "--seeds '0..99999': more than 10000 seeds")]
    [InlineData("--methods magic", "--methods magic: no such method; known are random, ")]
    [InlineData("--methods random,random", "--methods random,random: random is named twice")]
    [InlineData("--methods random,", "--methods 'random,': a name is empty; known are random, ")]
    [InlineData("--method random", "'--method' is no command or option of 'hebb reproduce figure4'")]
    [InlineData("now", "'now' is no command or option of 'hebb reproduce figure4'")]
    public async Task Bad_arguments_are_one_line_and_nothing_is_written(string arguments, string expected)
    {
        CommandResult result = await Run(_temporary.New(), arguments.Split(' '));
        AssertRefused(result, expected);
        Assert.False(Path.Exists(_temporary.New()));
    }

    [Fact]
    public async Task An_empty_name_of_a_directory_is_refused() => AssertRefused(await Run(""), "--out '': ");

    [Fact]
    public async Task An_option_in_place_of_the_directory_is_refused() =>
        AssertRefused(await Run("--jobs"), "--out '--jobs': the name of a directory is needed");

    [Fact]
    public async Task A_file_in_place_of_the_directory_is_refused()
    {
        await File.WriteAllTextAsync(_temporary.New(), "mine");
        AssertRefused(await Run(_temporary.New()), $"--out {_temporary.New()} is a file");
        Assert.Equal("mine", await File.ReadAllTextAsync(_temporary.New()));
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_refused()
    {
        await File.WriteAllTextAsync(_temporary.New(), "");
        string below = Path.Combine(_temporary.New(), "below");
        AssertRefused(await Run(below), $"--out {below} cannot be written");
    }

    [Fact]
    public async Task A_directory_of_something_else_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(_temporary.New());
        await File.WriteAllTextAsync(Path.Combine(_temporary.New(), "notes.txt"), "mine");
        AssertRefused(await Run(_temporary.New()), $"--out {_temporary.New()} is not empty");
        Assert.Single(Directory.GetFileSystemEntries(_temporary.New()));
    }

    [Fact]
    public async Task Other_arguments_in_a_used_directory_are_refused_and_a_broken_record_is_named()
    {
        string[] small = ["--methods", "random", "--seeds", "0..1", "--episodes", "3"];
        Assert.Equal(0, (await Run(_temporary.New(), small)).ExitCode);
        AssertRefused(
            await Run(_temporary.New(), "--methods", "random", "--seeds", "0..1", "--episodes", "4"),
            $"--out {_temporary.New()} belongs to another configuration: episodes is 3 there and 4 now"
        );

        string record = Path.Combine(_temporary.New(), "runs", "random", "seed-1", "run.json");
        await File.WriteAllTextAsync(record, "{");
        AssertRefused(await Run(_temporary.New(), small), $"{record} is not the record of a run");
    }

    private static Task<CommandResult> Run(string directory, params string[] arguments) =>
        CommandCall.Run(["reproduce", "figure4", "--out", directory, .. arguments]);

    private static void AssertRefused(CommandResult result, string expected)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"hebb: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Empty(result.Output);
    }
}
