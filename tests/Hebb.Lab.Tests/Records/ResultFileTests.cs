using System.Text;
using CsCheck;
using Hebb.Lab.Records;

namespace Hebb.Lab.Tests.Records;

public sealed class ResultFileTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    private string Folder => Directory.CreateDirectory(_temporary.New()).FullName;

    private string Table => Path.Combine(Folder, "table.csv");

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("table.csv.partial")]
    [InlineData("table.csv.abcd1234.partial")]
    public void What_a_killed_process_left_is_deleted_and_a_planted_link_is_not_followed(string name)
    {
        var (left, target) = (Path.Combine(Folder, name), _temporary.New("target"));
        File.WriteAllText(left, "half");
        Write("whole");
        Assert.Equal([Table], Directory.GetFiles(Folder));

        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        File.WriteAllText(target, "theirs");
        File.CreateSymbolicLink(left, target);
        Write("whole again");
        Assert.Equal("theirs", File.ReadAllText(target));
        Assert.Equal("whole again", File.ReadAllText(Table));
        Assert.Equal([Table], Directory.GetFiles(Folder));
    }

    [Theory]
    [InlineData("table.csv.mine.partial")]
    [InlineData("other.csv.abcd1234.partial")]
    [InlineData("table.csv.abcd.1234.partial")]
    public void Files_of_others_stay(string name)
    {
        File.WriteAllText(Path.Combine(Folder, name), "theirs");
        Write("whole");
        Assert.Equal("theirs", File.ReadAllText(Path.Combine(Folder, name)));
    }

    [Fact]
    public void Its_name_cannot_be_foreseen_and_is_never_that_of_a_file_that_is_written_now()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        ResultFile.Write(
            Table,
            outer =>
            {
                names.UnionWith(Directory.GetFiles(Folder));
                Write("inner");
                Assert.Equal("inner", File.ReadAllText(Table));
                outer.Write("outer"u8);
            }
        );
        Assert.Equal("outer", File.ReadAllText(Table));
        ResultFile.Write(Table, _ => names.UnionWith(Directory.GetFiles(Folder)));
        Assert.Equal(3, names.Count);
    }

    [Fact]
    public void Several_writers_of_a_file_leave_one_of_them_whole()
    {
        string[] contents = [.. Enumerable.Range(0, 8).Select(writer => new string((char)('a' + writer), 200_000))];
        for (var round = 0; round < 5; round++)
        {
            Parallel.ForEach(contents, Write);
            Assert.Contains(File.ReadAllText(Table), contents, StringComparer.Ordinal);
            Assert.Equal([Table], Directory.GetFiles(Folder));
        }
    }

    [Fact]
    public void A_file_that_fails_leaves_what_was_there() =>
        Gen.Int[0, 100_000]
            .Sample(
                length =>
                {
                    Write("before");
                    Assert.Throws<InvalidOperationException>(() =>
                        ResultFile.Write(
                            Table,
                            stream =>
                            {
                                stream.Write(new byte[length]);
                                throw new InvalidOperationException();
                            }
                        )
                    );
                    Assert.Equal("before", File.ReadAllText(Table));
                    Assert.Equal([Table], Directory.GetFiles(Folder));
                },
                seed: "0000Kcv0FiK2",
                iter: 20,
                threads: 1
            );

    [Fact]
    public void It_has_the_rights_of_any_new_file()
    {
        var usual = Path.Combine(Folder, "usual");
        File.WriteAllText(usual, "");
        Write("whole");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(File.GetUnixFileMode(usual), File.GetUnixFileMode(Table));
        }
    }

    private void Write(string content) =>
        ResultFile.Write(Table, stream => stream.Write(Encoding.UTF8.GetBytes(content)));
}
