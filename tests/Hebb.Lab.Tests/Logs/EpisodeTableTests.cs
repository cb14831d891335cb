using Hebb.Lab.Logs;

namespace Hebb.Lab.Tests.Logs;

public sealed class EpisodeTableTests : IDisposable
{
    private const string Head = "#{\"t_start\":1.5,\"env_id\":\"CartPole-v1\"}\nr,l,t,env_steps,entropy\n";

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Columns_are_read_and_what_was_not_measured_is_not_a_number()
    {
        EpisodeTable table = ReadSoFar($"{Head}9,9,0.1,9,0.5\n-10.25,10,2e-1,19,\n")!;
        Assert.Equal(["r", "l", "t", "env_steps", "entropy"], table.Names);
        Assert.Equal([9, -10.25], table.Find("r")!.Value);
        Assert.Equal([0.5, double.NaN], table.Find("entropy")!.Value);
        Assert.Null(table.Find("residual"));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("#{", 0)]
    [InlineData(Head, 0)]
    [InlineData($"{Head}9,9,0.1", 0)]
    [InlineData($"{Head}9,9,0.1,9,0.5\n10,10,0.2,1", 1)]
    public void What_is_still_being_written_is_left_out(string content, int episodes) =>
        Assert.Equal(episodes, ReadSoFar(content)?.Count ?? 0);

    [Theory]
    [InlineData($"{Head}9,9,0.1,9\n")]
    [InlineData($"{Head}9,9,0.1,9,1,2\n")]
    [InlineData($"{Head}9,9,x,9,1\n")]
    public void Broken_rows_are_refused(string content) => Assert.Throws<RecordException>(() => ReadSoFar(content));

    [Fact]
    public void A_file_that_someone_writes_to_can_be_read()
    {
        string path = _temporary.New();
        Directory.CreateDirectory(path);
        using var writer = new FileStream(
            Path.Combine(path, "episodes.csv"),
            FileMode.Create,
            FileAccess.Write,
            FileShare.Read
        );
        writer.Write(System.Text.Encoding.UTF8.GetBytes($"{Head}9,9,0.1,9,0.5\n"));
        writer.Flush();
        Assert.Equal(1, EpisodeTable.ReadSoFar(path)!.Count);
        Assert.Equal(5, EpisodeTable.ReadNames(path).Length);
    }

    private EpisodeTable? ReadSoFar(string content)
    {
        string path = _temporary.New();
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "episodes.csv"), content);
        return EpisodeTable.ReadSoFar(path);
    }
}
