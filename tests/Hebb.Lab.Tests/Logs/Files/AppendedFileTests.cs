using System.Security.Cryptography;
using CsCheck;
using Hebb.Lab.Logs.Files;
using Hebb.Lab.Records;

namespace Hebb.Lab.Tests.Logs.Files;

public sealed class AppendedFileTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    // Small pieces, and some that are larger than what is kept in memory.
    private static readonly Gen<byte[]> Piece = Gen.OneOf(Gen.Byte.Array[0, 50], Gen.Byte.Array[60_000, 140_000]);

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Whatever_is_killed_goes_on_to_the_same_bytes()
    {
        // Of each ten steps one is a mark, one a kill, and the others append.
        Gen<(int Kind, byte[] Piece, double Cut)> step = Gen.Select(Gen.Int[0, 9], Piece, Gen.Double[0, 1]);
        step.Array[1, 20]
            .Sample(
                steps =>
                {
                    string path = _temporary.New(Guid.NewGuid().ToString("N"));
                    var whole = new List<byte>();
                    var sinceMark = new List<byte[]>();
                    AppendedFile file = AppendedFile.Create(path);
                    RunFile mark = file.Mark();
                    foreach ((int kind, byte[] piece, double cut) in steps)
                    {
                        if (kind == 0)
                        {
                            mark = file.Mark();
                            sinceMark.Clear();
                        }
                        else if (kind == 1)
                        {
                            Kill(file, mark, cut, piece);
                            file = AppendedFile.Continue(path, mark);
                            Assert.Equal(mark.Bytes, file.Length);
                            sinceMark.ForEach(again => file.Append(again));
                        }
                        else
                        {
                            file.Append(piece);
                            whole.AddRange(piece);
                            sinceMark.Add(piece);
                        }
                    }

                    Assert.Equal(whole.Count, file.Length);
                    Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([.. whole])), file.Sha256);
                    file.Dispose();
                    Assert.True(whole.SequenceEqual(File.ReadAllBytes(path)));
                    File.Delete(path);
                },
                iter: 60,
                threads: 1
            );
    }

    [Fact]
    public void A_mark_is_what_the_file_holds()
    {
        using AppendedFile file = AppendedFile.Create(_temporary.New("log"));
        file.Append("one"u8);
        RunFile mark = file.Mark();
        Assert.Equal(new RunFile("log", 3, Convert.ToHexStringLower(SHA256.HashData("one"u8))), mark);
        file.Append("two"u8);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("onetwo"u8)), file.Sha256);
        Assert.Equal(new RunFile("log", 6, file.Sha256), file.Mark());
    }

    [Fact]
    public void What_is_not_as_it_was_at_the_mark_is_refused_and_left()
    {
        string path = _temporary.New("log");
        RunFile mark = new("log", 3, Convert.ToHexString(SHA256.HashData("one"u8)));
        string folder = Path.GetDirectoryName(path)!;
        string remedy = $"; delete {folder} to repeat the run";
        Refusal.Expect(path, "is missing: its checkpoint lists 3 bytes of it" + remedy, () => Continue(path, mark));
        File.WriteAllText(path, "on");
        Refusal.Expect(path, "has 2 bytes: its checkpoint lists 3" + remedy, () => Continue(path, mark));
        File.WriteAllText(path, "onE and more");
        Refusal.Expect(
            path,
            "differs in its first 3 bytes from those that its checkpoint lists" + remedy,
            () => Continue(path, mark)
        );
        Refusal.Expect(path, "its checkpoint lists -1", () => Continue(path, mark with { Bytes = -1 }));
        File.WriteAllText(path, "one and more");
        AppendedFile.Verify(path, mark);
        Assert.Equal("one and more", File.ReadAllText(path));
        Continue(path, mark);
        Assert.Equal("one", File.ReadAllText(path));
    }

    [Fact]
    public void Others_may_read_what_was_flushed()
    {
        string path = _temporary.New("log");
        using AppendedFile file = AppendedFile.Create(path);
        file.Append("one"u8);
        Assert.Equal("", Shared(path));
        file.FlushIfDue();
        Assert.Equal("", Shared(path));
        file.FlushInterval = TimeSpan.Zero;
        file.FlushIfDue();
        Assert.Equal("one", Shared(path));
        file.Append("two"u8);
        file.Flush(toDisk: false);
        Assert.Equal("onetwo", Shared(path));
        Assert.Throws<IOException>(() => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None));
    }

    [Fact]
    public void A_full_disk_is_told_and_nothing_more_is_taken()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "No other system has a device that is always full.");
        AppendedFile file = AppendedFile.Create("/dev/full");
        file.Append("one"u8);
        Assert.Throws<IOException>(() => file.Flush(toDisk: false));
        Assert.Contains(
            "mark",
            Assert.Throws<IOException>(() => file.Append("two"u8)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<IOException>(() => file.Mark());
        file.Dispose();
    }

    [Fact]
    public void Appending_allocates_nothing()
    {
        using AppendedFile file = AppendedFile.Create(_temporary.New("log"));
        byte[] piece = new byte[1000];
        file.Append(piece);
        file.Flush(toDisk: false);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int index = 0; index < 1000; index++)
        {
            file.Append(piece);
            file.FlushIfDue();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    // The process ends at any moment: some of what came after the mark is there, or more than was ever meant to be.
    private static void Kill(AppendedFile file, RunFile mark, double cut, byte[] torn)
    {
        string path = file.Path;
        file.Dispose();
        using var stream = new FileStream(path, FileMode.Open);
        stream.SetLength(mark.Bytes + (long)(cut * (stream.Length - mark.Bytes)));
        stream.Position = stream.Length;
        stream.Write(torn.AsSpan(0, Math.Min(torn.Length, 100)));
    }

    private static void Continue(string path, RunFile mark) => AppendedFile.Continue(path, mark).Dispose();

    private static string Shared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
