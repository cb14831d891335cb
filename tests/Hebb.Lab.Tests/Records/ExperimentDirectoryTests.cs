using Hebb.Lab.Records;

namespace Hebb.Lab.Tests.Records;

public sealed class ExperimentDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_run_is_read_as_it_was_written()
    {
        using ExperimentDirectory directory = Open(Toy.Configuration(episodes: 3));
        RunRecord record = Toy.Record([1, 0.1, 1e-300], seed: ulong.MaxValue) with
        {
            DivergedAtEpisode = 2,
            UnsettledPhases = 0.125,
            Seconds = 1 / 3.0,
        };
        directory.WriteRun(record);
        RunRecord read = directory.ReadRun("learner", ulong.MaxValue)!;
        Assert.Equal(record.Returns, read.Returns);
        Assert.Equal(record.Lengths, read.Lengths);
        Assert.Equal(record, read with { Returns = record.Returns, Lengths = record.Lengths });
        Assert.Null(directory.ReadRun("learner", 0));
    }

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
            "seeds is 3 there and 4 now",
            Refusal(Toy.Configuration(seeds: 4, episodes: 26)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "episodes is 25 there and 26 now",
            Refusal(Toy.Configuration(episodes: 26)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "first seed is 5 there and 6 now",
            Refusal(Toy.Configuration(firstSeed: 6)),
            StringComparison.Ordinal
        );
        ExperimentConfiguration fewer = Toy.Configuration() with { Methods = ["learner"] };
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
    [InlineData(
        "{\"formatVersion\":1,\"experiment\":\"figure4\",\"methods\":null,\"seeds\":3,\"episodes\":25,\"firstSeed\":5}"
    )]
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
        using ExperimentDirectory directory = Open(Toy.Configuration());
        Assert.Contains("is in use by another process", Refusal(Toy.Configuration()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_killed_process_left_half_written_is_no_record()
    {
        Directory.CreateDirectory(_temporary.New());
        File.WriteAllText(Path.Combine(_temporary.New(), "configuration.json.partial"), "{");
        using ExperimentDirectory directory = Open(Toy.Configuration(episodes: 2));
        directory.WriteRun(Toy.Record([1, 2]));
        var folder = Path.Combine(_temporary.New(), "runs", "learner");
        File.WriteAllText(Path.Combine(folder, "seed-1.json.partial"), "{");
        Assert.Null(directory.ReadRun("learner", 1));
        directory.WriteRun(Toy.Record([3, 4], seed: 1));
        Assert.Equal([3, 4], directory.ReadRun("learner", 1)!.Returns);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }

    [Theory]
    [InlineData("", "not the record")]
    [InlineData("{\"formatVersion\":1,\"method\":\"learner\"", "not the record")]
    [InlineData("null", "it is empty")]
    [InlineData("{\"formatVersion\":1}", "not the record")]
    [InlineData(
        "{\"formatVersion\":1,\"method\":\"learner\",\"seed\":0,\"divergedAtEpisode\":null,\"seconds\":1,\"returns\":null,\"lengths\":null}",
        "not the record"
    )]
    [InlineData(
        "{\"formatVersion\":2,\"method\":\"learner\",\"seed\":0,\"divergedAtEpisode\":null,\"seconds\":1,\"returns\":[1],\"lengths\":[1]}",
        "format version is 2"
    )]
    [InlineData(
        "{\"formatVersion\":1,\"method\":\"learner\",\"seed\":1,\"divergedAtEpisode\":null,\"seconds\":1,\"returns\":[1],\"lengths\":[1]}",
        "it is of method learner, seed 1"
    )]
    [InlineData(
        "{\"formatVersion\":1,\"method\":\"learner\",\"seed\":0,\"divergedAtEpisode\":null,\"seconds\":1,\"returns\":[1],\"lengths\":[1]}",
        "it has 1 returns and 1 lengths, not 2"
    )]
    public void A_broken_record_is_refused_by_name(string content, string reason)
    {
        using ExperimentDirectory directory = Open(Toy.Configuration(episodes: 2));
        directory.WriteRun(Toy.Record([1, 2]));
        File.WriteAllText(Path.Combine(_temporary.New(), "runs", "learner", "seed-0.json"), content);
        var message = Assert.Throws<RecordException>(() => directory.ReadRun("learner", 0)).Message;
        Assert.Contains("seed-0.json", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private ExperimentDirectory Open(ExperimentConfiguration configuration) =>
        ExperimentDirectory.Open(_temporary.New(), configuration);

    private string Refusal(ExperimentConfiguration configuration) =>
        Assert.Throws<RecordException>(() => Open(configuration).Dispose()).Message;
}
