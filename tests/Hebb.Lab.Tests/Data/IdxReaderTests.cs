using CsCheck;
using Hebb.Lab.Data;

namespace Hebb.Lab.Tests.Data;

public sealed class IdxReaderTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Unsigned_bytes_become_inputs_from_0_to_1(bool compressed)
    {
        var content = IdxContent.Of(0x08, [2, 1, 2], 0, 1, 51, 255);
        IdxArray array = Read(compressed ? IdxContent.Compressed(content) : content);
        Assert.Equal(IdxElementType.UnsignedByte, array.ElementType);
        Assert.Equal([2, 1, 2], array.Sizes);
        Assert.Equal(2, array.Count);
        Assert.Equal([0, 1 / 255f, 0.2f, 1], array.ToInputs());
    }

    [Fact]
    public void Other_types_stay_as_they_are()
    {
        Assert.Equal([-1, 127], Read(IdxContent.Of(0x09, [2], 0xFF, 0x7F)).ToInputs());
        Assert.Equal([-2, 256], Read(IdxContent.Of(0x0B, [2], 0xFF, 0xFE, 1, 0)).ToInputs());
        Assert.Equal([-1, 65536], Read(IdxContent.Of(0x0C, [2], 0xFF, 0xFF, 0xFF, 0xFF, 0, 1, 0, 0)).ToInputs());
        Assert.Equal([-2.5f], Read(IdxContent.Of(0x0D, [1], 0xC0, 0x20, 0, 0)).ToInputs());
        Assert.Equal([-2.5f], Read(IdxContent.Of(0x0E, [1], 0xC0, 0x04, 0, 0, 0, 0, 0, 0)).ToInputs());
    }

    [Fact]
    public void Labels_are_integers_of_any_type()
    {
        Assert.Equal([3, 255], Read(IdxContent.Labels(3, 255)).ToLabels());
        Assert.Equal([3, 127], Read(IdxContent.Of(0x09, [2], 3, 127)).ToLabels());
        Assert.Equal([258], Read(IdxContent.Of(0x0B, [1], 1, 2)).ToLabels());
        Assert.Equal([65535], Read(IdxContent.Of(0x0C, [1], 0, 0, 0xFF, 0xFF)).ToLabels());
    }

    [Fact]
    public void Labels_of_another_kind_are_refused()
    {
        Refuses("has label -1 in place 1 of its data", () => Read(IdxContent.Of(0x09, [2], 3, 0xFF)).ToLabels());
        Refuses("has label 65536 in place 0", () => Read(IdxContent.Of(0x0C, [1], 0, 1, 0, 0)).ToLabels());
        Refuses("of type SinglePrecision", () => Read(IdxContent.Of(0x0D, [1], 0, 0, 0, 0)).ToLabels());
        Refuses("of type DoublePrecision", () => Read(IdxContent.Of(0x0E, [1], new byte[8])).ToLabels());
        Refuses("has 2 dimensions: labels have 1", () => Read(IdxContent.Of(0x08, [1, 1], 0)).ToLabels());
    }

    [Fact]
    public void Inputs_that_are_not_finite_are_refused()
    {
        Refuses("holds NaN", () => Read(IdxContent.Of(0x0D, [1], 0x7F, 0xC0, 0, 0)).ToInputs());
        Refuses("holds -Infinity", () => Read(IdxContent.Of(0x0D, [1], 0xFF, 0x80, 0, 0)).ToInputs());
        byte[] large = [0, 0, 0, 0, 0, 0, 0, 0, 0x7E, 0, 0, 0, 0, 0, 0, 0];
        Refuses(
            "holds Infinity (as float32) in place 1 of its data",
            () => Read(IdxContent.Of(0x0E, [2], large)).ToInputs()
        );
    }

    [Theory]
    [InlineData("", "ends within its header")]
    [InlineData("00", "ends within its header")]
    [InlineData("00000801", "ends within its header")]
    [InlineData("00000802000000010000", "ends within its header")]
    [InlineData("89504E470D0A1A0A", "is not an IDX file: it begins with 0x89504E47")]
    [InlineData("0000070100000001FF", "is not an IDX file: it begins with 0x00000701")]
    [InlineData("00000A0100000001FF", "is not an IDX file")]
    [InlineData("00000800", "is not an IDX file: it begins with 0x00000800")]
    [InlineData("0100080100000001FF", "is not an IDX file")]
    [InlineData("0000080100000000", "dimension 1 of 1 has size 0")]
    [InlineData("000008020000000100000000", "dimension 2 of 2 has size 0")]
    [InlineData("000008037FFFFFFF7FFFFFFF00000000", "dimension 3 of 3 has size 0")]
    [InlineData("000008037FFFFFFF7FFFFFFF7FFFFFFF", "2147483647 x 2147483647 x 2147483647 numbers: more than")]
    [InlineData("0000080180000000", "has size 2147483648")]
    [InlineData("000008027FFFFFFF7FFFFFFF", "2147483647 x 2147483647 numbers")]
    [InlineData("00000E0140000000", "1073741824 numbers: more than")]
    [InlineData("0000080340000000400000004000000000", "numbers: more than")]
    [InlineData("000008010000000301", "3 numbers need 3 bytes after the header, 1 are there")]
    [InlineData("000008017FFFFFC701", "2147483591 numbers need 2147483591 bytes after the header, 1 are there")]
    [InlineData("00000B01000000020102", "2 numbers need 4 bytes after the header, 2 are there")]
    [InlineData("00000801000000010102", "continues after its data: 1 numbers need 1 bytes")]
    public void Broken_files_are_refused_by_what_is_wrong(string content, string reason)
    {
        var bytes = Convert.FromHexString(content);
        Refuses(reason, () => Read(bytes));
        if (bytes.Length > 0)
        {
            Refuses(reason, () => Read(IdxContent.Compressed(bytes)));
        }
    }

    [Fact]
    public void A_size_that_the_file_does_not_hold_takes_no_memory()
    {
        var content = Convert.FromHexString("000008017FFFFFC701");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refuses("is cut off", () => Read(content));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void A_dimension_for_every_count_is_no_trouble()
    {
        int[] ones = [.. Enumerable.Repeat(1, 255)];
        Assert.Equal([1], Read(IdxContent.Of(0x08, ones, 255)).ToInputs());
        int[] twos = [.. Enumerable.Repeat(2, 255)];
        Refuses("numbers: more than", () => Read(IdxContent.Of(0x08, twos)));
    }

    [Fact]
    public void Data_longer_than_a_first_piece_are_read_whole()
    {
        var data = new byte[(5 << 20) + 3];
        new Random(1).NextBytes(data);
        IdxArray array = Read(IdxContent.Compressed(IdxContent.Of(0x08, [data.Length], data)));
        Assert.True(data.Select(pixel => (int)pixel).SequenceEqual(array.ToLabels()));
    }

    [Fact]
    public void A_file_that_is_missing_is_refused_by_name()
    {
        Refuses("images cannot be read", () => IdxReader.Read(_temporary.New("images")));
        Directory.CreateDirectory(_temporary.New());
        Refuses("out cannot be read", () => IdxReader.Read(_temporary.New()));
    }

    [Fact]
    public void A_file_is_read_whatever_its_name()
    {
        File.WriteAllBytes(_temporary.New("plain.gz"), IdxContent.Labels(1, 2));
        File.WriteAllBytes(_temporary.New("compressed"), IdxContent.Compressed(IdxContent.Labels(3)));
        Assert.Equal([1, 2], IdxReader.Read(_temporary.New("plain.gz")).ToLabels());
        IdxArray compressed = IdxReader.Read(_temporary.New("compressed"));
        Assert.Equal([3], compressed.ToLabels());
        Assert.Equal(_temporary.New("compressed"), compressed.Name);
    }

    [Fact]
    public void Whatever_is_cut_off_is_refused() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 5], Gen.Double[0, 1], Gen.Bool)
            .Sample(
                (count, columns, part, compressed) =>
                {
                    var whole = IdxContent.Images(count, 3, columns);
                    var cut = (int)(part * (whole.Length - 1));
                    var rest = whole[..cut];
                    Refuses("test file", () => Read(compressed ? IdxContent.Compressed(rest) : rest));
                }
            );

    [Fact]
    public void A_compressed_file_that_is_cut_off_is_refused_or_gives_the_same_data()
    {
        var content = IdxContent.Images(40, 5, 5);
        var whole = IdxContent.Compressed(content);
        for (var cut = 0; cut < whole.Length; cut++)
        {
            Assert.True(SameOrRefused(whole[..cut], content, mayChange: false), $"cut at {cut}");
        }

        // Without a byte of the compressed data itself nothing can be right: only the last 8 bytes are a check.
        for (var cut = 0; cut < whole.Length - 9; cut++)
        {
            Refuses("test file", () => Read(whole[..cut]));
        }
    }

    [Fact]
    public void Compressed_data_that_go_on_are_refused_and_other_bytes_after_them_passed_over()
    {
        var whole = IdxContent.Compressed(IdxContent.Labels(1, 2, 3));
        Refuses("continues after its data", () => Read([.. whole, .. IdxContent.Compressed([1])]));
        Refuses("is corrupt", () => Read([.. whole, 0x1F, 0x8B, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7]));
        Assert.Equal([1, 2, 3], Read([.. whole, 0, 0]).ToLabels());
    }

    [Fact]
    public void Compressed_data_may_come_in_several_members()
    {
        var content = IdxContent.Labels(1, 2, 3);
        byte[] members = [.. IdxContent.Compressed(content[..5]), .. IdxContent.Compressed(content[5..])];
        Assert.Equal([1, 2, 3], Read(members).ToLabels());
    }

    [Fact]
    public void A_bit_that_flips_in_a_compressed_file_is_noticed_or_changes_nothing()
    {
        var content = IdxContent.Images(12, 3, 3);
        var whole = IdxContent.Compressed(content);
        for (var bit = 0; bit < 8 * whole.Length; bit++)
        {
            var flipped = (byte[])whole.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(SameOrRefused(flipped, content, mayChange: false), $"bit {bit}");
        }
    }

    [Fact]
    public void Anything_else_that_happens_to_a_file_is_refused_at_the_worst() =>
        Gen.Select(Gen.Byte.Array[0, 40], Gen.Int[0, 30], Gen.Bool)
            .Sample(
                (noise, place, compressed) =>
                {
                    var content = IdxContent.Of(0x0D, [3, 2], new byte[24]);
                    var bytes = compressed ? IdxContent.Compressed(content) : content;
                    noise.AsSpan(0, Math.Min(noise.Length, bytes.Length - place)).CopyTo(bytes.AsSpan(place));
                    Assert.True(SameOrRefused(bytes, content, mayChange: true));
                },
                iter: 20_000
            );

    private static bool SameOrRefused(byte[] bytes, byte[] content, bool mayChange)
    {
        try
        {
            IdxArray read = Read(bytes);
            return mayChange || read.ToInputs().SequenceEqual(Read(content).ToInputs());
        }
        catch (RecordException exception)
        {
            return !exception.Message.Contains('\n', StringComparison.Ordinal);
        }
    }

    private static IdxArray Read(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return IdxReader.Read(stream, "test file");
    }

    private static void Refuses(string reason, Func<object> read)
    {
        var message = Assert.Throws<RecordException>(read).Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
