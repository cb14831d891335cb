using Hebb.Lab.Records;
using Hebb.Lab.Studies.Figure4;

namespace Hebb.Lab.Tests.Studies.Figure4;

public sealed class Figure4DirectoryTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void The_same_configuration_may_go_on()
    {
        Open(Toy.Configuration()).Dispose();
        Open(Toy.Configuration()).Dispose();
    }

    [Fact]
    public void Another_configuration_is_refused_by_its_first_difference()
    {
        Open(Toy.Configuration(seeds: 3, episodes: 25)).Dispose();
        Assert.Contains(
            "seeds is 5..7 there and 5..8 now",
            Refusal(Toy.Configuration(seeds: 4, episodes: 26)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "episodes is 25 there and 26 now",
            Refusal(Toy.Configuration(episodes: 26)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "seeds is 5..7 there and 6..8 now",
            Refusal(Toy.Configuration(firstSeed: 6)),
            StringComparison.Ordinal
        );
        Figure4Options fewer = Toy.Configuration() with { Methods = [Toy.Catalogue[0]] };
        Assert.Contains(
            "methods is learner,second,diverging there and learner now",
            Refusal(fewer),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Foreign_content_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(_temporary.New());
        File.WriteAllText(Path.Combine(_temporary.New(), "notes.txt"), "mine");
        Assert.Contains("is not empty", Refusal(Toy.Configuration()), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_temporary.New()));
    }

    [Fact]
    public void A_file_in_place_of_the_directory_is_refused()
    {
        File.WriteAllText(_temporary.New(), "");
        Assert.Contains("is a file", Refusal(Toy.Configuration()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"formatVersion\":1,\"experiment\":\"figure4\",\"methods\":null,\"seeds\":\"5..7\",\"episodes\":25}")]
    public void A_broken_configuration_is_refused(string content)
    {
        Directory.CreateDirectory(_temporary.New());
        File.WriteAllText(Path.Combine(_temporary.New(), "configuration.json"), content);
        var message = Refusal(Toy.Configuration());
        Assert.Contains(
            "configuration.json is not the configuration of an experiment",
            message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Two_may_not_hold_the_same_directory()
    {
        using ConfiguredDirectory<Figure4Options> directory = Open(Toy.Configuration());
        Assert.Contains("is in use by another process", Refusal(Toy.Configuration()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_killed_process_left_half_written_is_no_configuration()
    {
        Directory.CreateDirectory(_temporary.New());
        File.WriteAllText(Path.Combine(_temporary.New(), "configuration.json.partial"), "{");
        using ConfiguredDirectory<Figure4Options> directory = Open(Toy.Configuration(episodes: 2));
        Assert.Equal(2, directory.Configuration.Episodes);
    }

    private ConfiguredDirectory<Figure4Options> Open(Figure4Options configuration) =>
        ConfiguredDirectory.Open(_temporary.New(), configuration);

    private string Refusal(Figure4Options configuration) =>
        Assert.Throws<RecordException>(() => Open(configuration).Dispose()).Message;
}
