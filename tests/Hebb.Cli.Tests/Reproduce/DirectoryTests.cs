using Hebb.Lab.Configurations;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Supervised;

namespace Hebb.Cli.Tests.Reproduce;

public sealed class DirectoryTests : IDisposable
{
    private static readonly string[] Figure = ["reproduce", "figure4", "--seeds", "1", "--methods", "random"];

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Results_of_other_arguments_go_beside_those_that_are_there()
    {
        var place = Directory.CreateDirectory(_temporary.New("place")).FullName;
        CommandResult one = await CommandProcess.RunIn(place, [.. Figure, "--episodes", "2"]);
        Assert.Equal((0, ""), (one.ExitCode, one.Error));
        Assert.DoesNotContain("Results go to", one.Output, StringComparison.Ordinal);
        CommandResult other = await CommandProcess.RunIn(place, [.. Figure, "--episodes", "3"]);
        Assert.Equal((0, ""), (other.ExitCode, other.Error));
        Assert.Matches("^Results go to results/figure4-[0-9a-f]{12}, beside results/figure4, which", other.Output);
        string[] folders =
        [
            .. Directory.EnumerateDirectories(Path.Combine(place, "results")).Order(StringComparer.Ordinal),
        ];
        Assert.Equal(2, folders.Length);
        Assert.All(folders, folder => Assert.True(File.Exists(Path.Combine(folder, "figure4.svg"))));
        var page = await File.ReadAllTextAsync(Path.Combine(folders[1], "summary.md"));
        Assert.Contains($"--out results/{Path.GetFileName(folders[1])}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_is_named_is_that_one_alone()
    {
        var named = _temporary.New("mine");
        CommandResult first = await CommandCall.Run([.. Figure, "--episodes", "2", "--out", named]);
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        CommandResult second = await CommandCall.Run([.. Figure, "--episodes", "3", "--out", named]);
        Assert.Equal(2, second.ExitCode);
        Assert.Contains("mine belongs to another configuration: episodes is 2", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_supervised_training_goes_beside_too()
    {
        var (data, usual) = (_temporary.New("data"), _temporary.New("supervised"));
        SmallDataset.Write(data);
        CommandResult result = await CommandCall.Run(
            "supervised",
            "--data",
            data,
            "--hidden",
            "8",
            "--epochs",
            "1",
            "--batch",
            "20",
            "--seed",
            "3",
            "--out",
            usual
        );
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var trained = (SupervisedConfiguration)RunConfiguration.Read(RunFolder.ReadRecord(usual)!.Configuration!);
        Assert.Equal(usual, SupervisedDirectory.PlaceOf(usual, trained, 3).Path);
        ResultPlace seed = SupervisedDirectory.PlaceOf(usual, trained, 4);
        Assert.Equal($"{usual}-{trained.Hash}-seed-4", seed.Path);
        SupervisedConfiguration longer = new(trained.Settings with { Epochs = 2 });
        Assert.Equal($"{usual}-{longer.Hash}-seed-3", SupervisedDirectory.PlaceOf(usual, longer, 3).Path);
        var free = _temporary.New("free");
        Assert.Equal(free, SupervisedDirectory.PlaceOf(free, longer, 3).Path);
    }
}
