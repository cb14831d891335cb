using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CsCheck;
using Hebb.Files.Safetensors;

namespace Hebb.Tests.Files.Safetensors;

public sealed class SafetensorsFileTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    // Names of any Unicode text, quotes and line feeds among it; surrogates only in pairs.
    private static readonly Gen<string> Text = Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\0', '\uD7FF'])
        .Array[0, 12]
        .Select(characters => new string(characters) + (characters.Length % 3 == 0 ? "\U0001F9E0" : ""));

    private static readonly Gen<ImmutableArray<int>> Shape = Gen.Int[0, 4].Array[0, 4].Select(ImmutableArray.Create);

    private static readonly Gen<StoredTensor> Tensor = Gen.OneOf(
        Gen.Select(Text, Shape)
            .SelectMany(
                (name, shape) =>
                    Gen
                        .Int.Array[Count(shape)]
                        .Select(
                            StoredTensor (bits) =>
                                new StoredTensor<float>(name, shape, [.. bits.Select(BitConverter.Int32BitsToSingle)])
                        )
            ),
        Gen.Select(Text, Shape)
            .SelectMany(
                (name, shape) =>
                    Gen
                        .Long.Array[Count(shape)]
                        .Select(
                            StoredTensor (bits) =>
                                new StoredTensor<double>(name, shape, [.. bits.Select(BitConverter.Int64BitsToDouble)])
                        )
            )
    );

    private static readonly Gen<StoredTensor[]> Tensors = Tensor
        .Array[0, 6]
        .Select(tensors => tensors.DistinctBy(tensor => tensor.Name, StringComparer.Ordinal).ToArray());

    private static readonly Gen<Dictionary<string, string>> Metadata = Gen.Select(Text, Text)
        .Array[0, 4]
        .Select(pairs =>
            pairs
                .DistinctBy(pair => pair.Item1, StringComparer.Ordinal)
                .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal)
        );

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_file_is_read_as_it_was_written() =>
        Gen.Select(Tensors, Metadata)
            .Sample(
                (tensors, metadata) =>
                {
                    SafetensorsFile file = Read(Written(tensors, metadata));
                    Assert.Equal(metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal), file.Metadata);
                    Assert.Equal(tensors.Length, file.Tensors.Length);
                    Assert.All(tensors, tensor => AssertSame(tensor, file));
                }
            );

    [Fact]
    public void Another_reader_finds_the_same() =>
        Gen.Select(Tensors, Metadata)
            .Sample(
                (tensors, metadata) =>
                {
                    var bytes = Written(tensors, metadata);
                    var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
                    Assert.Equal(0, length % 8);
                    Assert.Equal((byte)'{', bytes[8]);
                    using var header = JsonDocument.Parse(bytes.AsMemory(8, length));
                    var names = tensors.Length + (metadata.Count > 0 ? 1 : 0);
                    Assert.Equal(names, header.RootElement.GetPropertyCount());
                    foreach (StoredTensor tensor in tensors)
                    {
                        JsonElement entry = header.RootElement.GetProperty(tensor.Name);
                        Assert.Equal(
                            tensor.Shape,
                            entry.GetProperty("shape").EnumerateArray().Select(e => e.GetInt32())
                        );
                        var begin = entry.GetProperty("data_offsets")[0].GetInt32();
                        var end = entry.GetProperty("data_offsets")[1].GetInt32();
                        AssertData(
                            tensor,
                            entry.GetProperty("dtype").GetString()!,
                            bytes[(8 + length + begin)..(8 + length + end)]
                        );
                    }
                }
            );

    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        var bytes = Written(
            [new StoredTensor<float>("w", [1, 2], [1, -2]), new StoredTensor<double>("b", [], [0.5])],
            new(StringComparer.Ordinal) { ["z"] = "1", ["a"] = "2" }
        );
        const string header =
            "{\"__metadata__\":{\"a\":\"2\",\"z\":\"1\"},"
            + "\"b\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[0,8]},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[8,16]}}";
        Assert.Equal((ulong)(header.Length + 7) / 8 * 8, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        Assert.Equal(header, Encoding.UTF8.GetString(bytes[8..^16]).TrimEnd(' '));
        Assert.Equal("000000000000E03F0000803F000000C0", Convert.ToHexString(bytes[^16..]));
    }

    [Fact]
    public void A_file_stands_whole_or_not_at_all()
    {
        StoredTensor[] tensors = [new StoredTensor<float>("w", [2], [float.NaN, 1])];
        SafetensorsFile.Write(_temporary.New(), tensors);
        SafetensorsFile file = SafetensorsFile.Read(_temporary.New());
        Assert.Equal(_temporary.New(), file.Name);
        Assert.Equal([float.NaN, 1], file.Values<float>("w", 2));
        Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(_temporary.New(), [.. tensors, .. tensors]));
        Assert.Equal([float.NaN, 1], SafetensorsFile.Read(_temporary.New()).Values<float>("w", 2));
    }

    [Fact]
    public void A_tensor_must_be_what_is_asked_for()
    {
        SafetensorsFile file = Read(Written([new StoredTensor<float>("w\n", [1, 2], [1, 2])], []));
        Assert.Equal([1, 2], file.Values<float>("w\n", 1, 2));
        Refuses("test file has no tensor \"v\"", () => file.Values<float>("v", 1, 2));
        Refuses("has tensor \"w\\n\" as F32 [1, 2]: F32 [2, 1] is needed", () => file.Values<float>("w\n", 2, 1));
        Refuses("as F32 [1, 2]: F64 [1, 2] is needed", () => file.Values<double>("w\n", 1, 2));
    }

    [Fact]
    public void Whole_numbers_and_truth_values_are_read_as_they_were_written()
    {
        using var stream = new MemoryStream();
        SafetensorsFile.Write(
            stream,
            [
                new StoredTensor<bool>("truth", [3], [true, false, true]),
                new StoredTensor<int>("int", [2], [int.MinValue, 7]),
                new StoredTensor<long>("long", [1, 2], [long.MinValue, long.MaxValue]),
                new StoredTensor<uint>("uint", [1], [uint.MaxValue]),
                new StoredTensor<ulong>("ulong", [], [ulong.MaxValue]),
            ]
        );
        stream.Position = 0;
        var file = SafetensorsFile.Read(stream, "memory");
        Assert.Equal([true, false, true], file.Values<bool>("truth", [3]));
        Assert.Equal([int.MinValue, 7], file.Values<int>("int", [2]));
        Assert.Equal([long.MinValue, long.MaxValue], file.Values<long>("long", [1, 2]));
        Assert.Equal([uint.MaxValue], file.Values<uint>("uint", [1]));
        Assert.Equal([ulong.MaxValue], file.Values<ulong>("ulong", []));

        byte[] bytes = stream.ToArray();
        bytes[^1] = 2;
        using var damaged = new MemoryStream(bytes);
        Assert.Contains(
            "truth value that is neither 0 nor 1",
            Assert.Throws<RecordException>(() => SafetensorsFile.Read(damaged, "memory")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Tensors_that_cannot_be_stored_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new StoredTensor<float>("w", [2], [1]));
        Assert.Throws<ArgumentException>(() => new StoredTensor<float>("w", [-1, -1], [1]));
        Assert.Throws<ArgumentException>(() => new StoredTensor<float>("w", [65536, 65536], []));
        Assert.Throws<ArgumentException>(() => new StoredTensor<float>("w", default, [1]));
        Assert.Throws<ArgumentException>(() => new StoredTensor<float>("w", [0], default));
        Assert.Throws<ArgumentException>(() => new StoredTensor<float>("__metadata__", [1], [1]));
        Assert.ThrowsAny<ArgumentException>(() => new StoredTensor<float>("\uD800", [1], [1]));
        Assert.Throws<NotSupportedException>(() => new StoredTensor<short>("w", [1], [1]));
    }

    [Theory]
    [InlineData("", "does not begin with {")]
    [InlineData(" {}", "does not begin with {")]
    [InlineData("[]", "does not begin with {")]
    [InlineData("{", "not a safetensors file: ")]
    [InlineData("{} x", "not a safetensors file: ")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"w\":{}}", "w")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", "dtype")]
    [InlineData("{\"w\":1}", "tensor \"w\" has no dtype")]
    [InlineData("{\"w\":{}}", "tensor \"w\" has no dtype, or one that is not a text")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":1}}", "tensor \"w\" has no shape, or one that is not an array")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1]}}", "tensor \"w\" has no data_offsets")]
    [InlineData("{\"w\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[0,4]}}", "of type \"BF16\": F32, F64, I32")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}", "has size -1: a size is")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}", "has size 1.5")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[\"1\"],\"data_offsets\":[0,4]}}", "has size \"1\"")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[4294967297],\"data_offsets\":[0,4]}}", "has size 4294967297")]
    [InlineData(
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[65536,65536,65536,65536],\"data_offsets\":[0,4]}}",
        "is [65536, 65536, 65536, 65536]: at most"
    )]
    [InlineData(
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
        "has 4 bytes: F32 in shape [2] needs 8"
    )]
    [InlineData(
        "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "has 4 bytes: F64 in shape [1] needs 8"
    )]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}", "are [4,0]: two numbers")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}", "are [-4,0]: two numbers")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}", "are [0]: two numbers")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,4]}}", "are [0,4,4]: two numbers")]
    [InlineData("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,null]}}", "are [0,null]: two numbers")]
    [InlineData(
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "leaves a hole: it begins at byte 4"
    )]
    [InlineData("{}", "have 0 bytes in all, 4 bytes follow")]
    [InlineData(
        "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
        "have 8 bytes in all, 4 bytes follow"
    )]
    [InlineData(
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"v\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "overlaps another: it begins at byte 0 of the data, not at 4"
    )]
    [InlineData("{\"__metadata__\":1}", "its __metadata__ is not an object")]
    [InlineData("{\"__metadata__\":{\"a\":1}}", "its __metadata__ \"a\" is not a text")]
    [InlineData("{\"\\uD800\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", "not a safetensors file: ")]
    public void Broken_headers_are_refused_by_what_is_wrong(string header, string reason) =>
        Refuses(reason, () => Read(Content(Encoding.UTF8.GetBytes(header), new byte[4])));

    [Fact]
    public void Text_that_is_no_unicode_is_refused() =>
        Refuses(
            "not a safetensors file: ",
            () => Read(Content([.. "{\"__metadata__\":{\"a\":\""u8, 0xFF, .. "\"}}"u8], []))
        );

    [Fact]
    public void Headers_of_impossible_lengths_are_refused()
    {
        Refuses("it has 0 bytes, and its first 8", () => Read([]));
        Refuses("it has 7 bytes, and its first 8", () => Read(new byte[7]));
        Refuses("to have 3 bytes, and 2 are there", () => Read([3, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'}']));
        Refuses("to have 100000001 bytes: more than 100000000", () => Read([1, 0xE1, 0xF5, 5, 0, 0, 0, 0]));
        Refuses("to have 18446744073709551615 bytes", () => Read([.. Enumerable.Repeat((byte)0xFF, 8)]));
        Refuses("does not begin with {", () => Read(new byte[8]));
    }

    [Fact]
    public void A_file_that_is_missing_is_refused_by_name() =>
        Refuses($"{_temporary.New()} cannot be read", () => SafetensorsFile.Read(_temporary.New()));

    [Fact]
    public void Files_of_other_writers_are_read()
    {
        // Another order, white space, unknown fields, empty tensors, no alignment.
        const string header =
            "{ \"b\" : {\"data_offsets\":[4,12],\"shape\":[2,1],\"dtype\":\"F32\",\"more\":[]},\n"
            + "\"none\":{\"dtype\":\"F64\",\"shape\":[0,7],\"data_offsets\":[4,4]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}";
        SafetensorsFile file = Read(
            Content(Encoding.UTF8.GetBytes(header), [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40])
        );
        string[] names = [.. file.Tensors.Select(tensor => tensor.Name)];
        Assert.Equal(["a", "none", "b"], names);
        Assert.Equal([1], file.Values<float>("a"));
        Assert.Equal([2, 3], file.Values<float>("b", 2, 1));
        Assert.Empty(file.Values<double>("none", 0, 7));
        Assert.Empty(file.Metadata);
    }

    [Fact]
    public void Whatever_is_cut_off_or_goes_on_is_refused() =>
        Gen.Select(Tensors, Metadata, Gen.Double[0, 1])
            .Sample(
                (tensors, metadata, part) =>
                {
                    var bytes = Written(tensors, metadata);
                    Refuses("test file", () => Read(bytes[..(int)(part * (bytes.Length - 1))]));
                    Refuses("test file", () => Read([.. bytes, 0]));
                }
            );

    [Fact]
    public void A_bit_that_flips_is_refused_at_the_worst() =>
        Gen.Select(Tensors, Metadata, Gen.Double[0, 1])
            .Sample(
                (tensors, metadata, part) =>
                {
                    var bytes = Written(tensors, metadata);
                    var header = 8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
                    var bit = (int)(part * ((8 * header) - 1));
                    bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                    try
                    {
                        // What can still be read differs in names or texts, not in the numbers.
                        SafetensorsFile file = Read(bytes);
                        Assert.Equal(bytes.Length - header, file.Tensors.Sum(ByteCount));
                    }
                    catch (RecordException exception)
                    {
                        Assert.DoesNotContain('\n', exception.Message);
                    }
                },
                iter: 20_000
            );

    private static void AssertSame(StoredTensor tensor, SafetensorsFile file)
    {
        if (tensor is StoredTensor<float> single)
        {
            Assert.Equal(
                single.Values.Select(BitConverter.SingleToInt32Bits),
                file.Values<float>(tensor.Name, tensor.Shape).Select(BitConverter.SingleToInt32Bits)
            );
        }
        else
        {
            Assert.Equal(
                ((StoredTensor<double>)tensor).Values.Select(BitConverter.DoubleToInt64Bits),
                file.Values<double>(tensor.Name, tensor.Shape).Select(BitConverter.DoubleToInt64Bits)
            );
        }
    }

    private static void AssertData(StoredTensor tensor, string type, byte[] data)
    {
        if (tensor is StoredTensor<float> single)
        {
            Assert.Equal("F32", type);
            Assert.Equal(
                single.Values.Select(BitConverter.SingleToInt32Bits),
                data.Chunk(4).Select(bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes))
            );
        }
        else
        {
            Assert.Equal("F64", type);
            Assert.Equal(
                ((StoredTensor<double>)tensor).Values.Select(BitConverter.DoubleToInt64Bits),
                data.Chunk(8).Select(bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes))
            );
        }
    }

    private static int ByteCount(StoredTensor tensor) => Count(tensor.Shape) * (tensor is StoredTensor<float> ? 4 : 8);

    private static int Count(ImmutableArray<int> shape) => shape.Aggregate(1, (count, size) => count * size);

    private static byte[] Content(byte[] header, byte[] data)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return [.. length, .. header, .. data];
    }

    private static byte[] Written(StoredTensor[] tensors, Dictionary<string, string> metadata)
    {
        using var stream = new MemoryStream();
        SafetensorsFile.Write(stream, tensors, metadata);
        return stream.ToArray();
    }

    private static SafetensorsFile Read(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return SafetensorsFile.Read(stream, "test file");
    }

    private static void Refuses(string reason, Func<object> read)
    {
        var message = Assert.Throws<RecordException>(read).Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
