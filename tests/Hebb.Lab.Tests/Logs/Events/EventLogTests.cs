using System.Text;
using CsCheck;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;
using Hebb.Lab.Records;

namespace Hebb.Lab.Tests.Logs.Events;

public sealed class EventLogTests : IDisposable
{
    private static readonly DateTimeOffset Begun = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123);

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Two_readers_find_what_was_written()
    {
        // Tags of lengths that take one byte and two; steps of any size; numbers that are none.
        Gen<string[]> tags = Gen.OneOf(Gen.Char['a', 'z'], Gen.Const('é'))
            .Array[1, 140]
            .Select(letters => new string(letters))
            .Array[1, 8]
            .Select(texts => texts.Distinct(StringComparer.Ordinal).ToArray());
        Gen<double> value = Gen.OneOf(
            Gen.Double,
            Gen.Const(double.NaN),
            Gen.Const(-0.0),
            Gen.Const(double.NegativeInfinity)
        );
        Gen<long> step = Gen.OneOf(Gen.Long[0, 300], Gen.Long[0, long.MaxValue]);
        string path = _temporary.New("events");
        Gen.Select(tags, Gen.Select(Gen.Double[0, 2e9], step, value.Array[8]).Array[0, 30])
            .Sample(
                (names, written) =>
                {
                    var scalarTags = new ScalarTags([.. names]);
                    using (EventLog log = EventLog.Create(path, Begun))
                    {
                        foreach ((double wallTime, long taken, double[] values) in written)
                        {
                            log.Append(wallTime, taken, scalarTags, values.AsSpan(0, names.Length));
                        }
                    }

                    ScalarEvent[][] expected =
                    [
                        .. written
                            .Select(one =>
                                names
                                    .Zip(one.Item3)
                                    .Where(pair => !double.IsNaN(pair.Second))
                                    .Select(pair => new ScalarEvent(
                                        one.Item1,
                                        one.Item2,
                                        pair.First,
                                        (float)pair.Second
                                    ))
                                    .ToArray()
                            )
                            .Where(scalars => scalars.Length > 0),
                    ];
                    (string version, IReadOnlyList<ScalarEvent[]> events) = ForeignEventReader.Read(
                        File.ReadAllBytes(path)
                    );
                    Assert.Equal("brain.Event:2", version);
                    Assert.Equal(expected, events);
                    Assert.Equal(expected.SelectMany(scalars => scalars), EventFile.Read(path));
                },
                iter: 200,
                threads: 1
            );
    }

    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        string path = _temporary.New("events");
        using (EventLog log = EventLog.Create(path, DateTimeOffset.FromUnixTimeSeconds(2)))
        {
            log.Append(2.5, 300, new ScalarTags("a", "b", "c"), [1, double.NaN, -2]);
        }

        byte[] version = [0x09, 0, 0, 0, 0, 0, 0, 0, 0x40, 0x1A, 13, .. "brain.Event:2"u8];
        byte[] summary =
        [
            0x0A,
            8,
            0x0A,
            1,
            (byte)'a',
            0x15,
            0,
            0,
            0x80,
            0x3F,
            0x0A,
            8,
            0x0A,
            1,
            (byte)'c',
            0x15,
            0,
            0,
            0,
            0xC0,
        ];
        byte[] scalars = [0x09, 0, 0, 0, 0, 0, 0, 4, 0x40, 0x10, 0xAC, 2, 0x2A, 20, .. summary];
        Assert.Equal(
            [.. ForeignEventReader.Frame(version), .. ForeignEventReader.Frame(scalars)],
            File.ReadAllBytes(path)
        );
    }

    [Fact]
    public void Checksums_are_those_of_the_standard()
    {
        // RFC 3720, B.4: 32 zeros and 32 ones.
        Assert.Equal(Masked(0x8A9136AA), ForeignEventReader.Mask(new byte[32]));
        Assert.Equal(Masked(0x62A8AB43), ForeignEventReader.Mask([.. Enumerable.Repeat((byte)255, 32)]));

        static uint Masked(uint crc) => ((crc >> 15) | (crc << 17)) + 0xA282EAD8;
    }

    [Fact]
    public void What_is_still_written_is_read_up_to_its_last_whole_record()
    {
        string path = _temporary.New("events");
        byte[] bytes = Sample(path).Bytes;
        int last = Ends(bytes)[^2];
        for (int length = last; length < bytes.Length; length++)
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Equal(2 * 49, EventFile.Read(path, acceptUnfinished: true).Length);
        }

        File.WriteAllBytes(path, [.. bytes[..last], .. new byte[20]]);
        Refusal.Expect(path, $", byte {last}: ", () => EventFile.Read(path, acceptUnfinished: true));
        File.WriteAllBytes(path, []);
        Refusal.Expect(path, ", byte 0: no whole record", () => EventFile.Read(path, acceptUnfinished: true));
        Refusal.Expect(path, ", byte 0: no whole record", () => EventFile.Read(path));
    }

    [Fact]
    public void Truncated_files_and_flipped_bits_are_refused()
    {
        string path = _temporary.New("events");
        (byte[] bytes, RunFile mark) = Sample(path);
        Assert.Equal(100, EventFile.Read(path, mark).Length);
        int[] ends = Ends(bytes);
        var random = new Random(1);
        for (int index = 0; index < 300; index++)
        {
            byte[] damaged = [.. bytes];
            int place = random.Next(bytes.Length);
            if (index % 2 == 0)
            {
                // A file that ends with a record is one of a run that ended there; only a mark tells.
                damaged = damaged[..(ends.Contains(place) ? place - 1 : place)];
            }
            else
            {
                damaged[place] ^= (byte)(1 << random.Next(8));
            }

            File.WriteAllBytes(path, damaged);
            Assert.Contains(", byte ", Refusal.Message(path, () => EventFile.Read(path)), StringComparison.Ordinal);
            Refusal.Message(path, () => EventFile.Read(path, mark));
            Refusal.Message(path, () => EventLog.Continue(path, mark));
        }

        File.WriteAllBytes(path, bytes[..ends[20]]);
        Refusal.Expect(path, "are needed, as its record says", () => EventFile.Read(path, mark));
    }

    [Fact]
    public void Foreign_files_are_refused()
    {
        string path = _temporary.New("events");
        byte[] png = [0x89, .. "PNG\r\n"u8, 0x1A, 10, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 1, 0];
        byte[] table = Encoding.UTF8.GetBytes("#{\"t_start\":0,\"env_id\":\"x\"}\nr,l,t,env_steps\n");
        foreach (byte[] foreign in (byte[][])[png, table, new byte[100], "short"u8.ToArray()])
        {
            File.WriteAllBytes(path, foreign);
            Refusal.Expect(path, ", byte 0: ", () => EventFile.Read(path));
        }

        Refusal.Expect(_temporary.New("none"), "cannot be read", () => EventFile.Read(_temporary.New("none")));
    }

    [Fact]
    public void Records_that_are_framed_but_not_of_scalars_are_refused()
    {
        string path = _temporary.New("events");
        byte[] time = [0x09, 0, 0, 0, 0, 0, 0, 4, 0x40];
        byte[] version = [.. time, 0x1A, 13, .. "brain.Event:2"u8];
        byte[] value = [0x0A, 1, (byte)'a', 0x15, 0, 0, 0x80, 0x3F];
        byte[] scalars = [.. time, 0x10, 1, 0x2A, 10, 0x0A, 8, .. value];
        File.WriteAllBytes(path, [.. ForeignEventReader.Frame(version), .. ForeignEventReader.Frame(scalars)]);
        Assert.Equal([new ScalarEvent(2.5, 1, "a", 1)], EventFile.Read(path));

        byte[][] first =
        [
            [],
            time,
            scalars,
            [.. time, 0x1A, 13, .. "brain.Event:3"u8],
            [0x1A, 13, .. "brain.Event:2"u8],
        ];
        foreach (byte[] record in first)
        {
            File.WriteAllBytes(path, ForeignEventReader.Frame(record));
            Refusal.Expect(path, "version", () => EventFile.Read(path));
        }

        byte[][] second =
        [
            [],
            time,
            version,
            [.. time, .. scalars], // the wall time twice
            scalars[..^1], // shorter than its summary says
            [.. scalars, 0], // field 0
            [.. scalars, 0x30, 1], // field 6
            [.. time, 0x10, 0x80, 0, 0x2A, 10, 0x0A, 8, .. value], // a step that is not in its shortest form
            [.. time, 0x10, .. Enumerable.Repeat((byte)0xFF, 10), 0x2A, 10, 0x0A, 8, .. value], // of 70 bits
            [.. time, 0x10, .. Enumerable.Repeat((byte)0xFF, 9), 1, 0x2A, 10, 0x0A, 8, .. value], // below 0
            [.. time, 0x11, 0, 0, 0, 0, 0, 0, 0, 0, 0x2A, 10, 0x0A, 8, .. value], // a step that is a double
            [.. time, 0x2A, 9, 0x0A, 8, .. value], // a summary shorter than its value
            [.. time, 0x2A, 10, 0x12, 8, .. value], // a summary of something else
            [.. time, 0x2A, 5, 0x0A, 3, .. value[..3]], // a tag without a number
            [.. time, 0x2A, 7, 0x0A, 5, .. value[3..]], // a number without a tag
            [.. time, 0x2A, 10, 0x0A, 8, 0x0A, 1, 0xFF, .. value[3..]], // a tag not in UTF-8
            [.. time, 0x2A, 9, 0x0A, 7, 0x0A, 0, .. value[3..]], // an empty one
            [.. time, 0x2A, 13, 0x0A, 11, .. value, .. value[..3]], // two of them
        ];
        foreach (byte[] record in second)
        {
            File.WriteAllBytes(path, [.. ForeignEventReader.Frame(version), .. ForeignEventReader.Frame(record)]);
            string message = Refusal.Message(path, () => EventFile.Read(path));
            Assert.Contains(", byte ", message, StringComparison.Ordinal);
            Assert.Contains("needed", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_wrong_call_is_refused()
    {
        using EventLog log = EventLog.Create(_temporary.New("events"), Begun);
        var tags = new ScalarTags("a", "b");
        Assert.Throws<ArgumentException>(() => log.Append(0, 0, tags, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Append(0, -1, tags, [1, 2]));
        Assert.Throws<ArgumentException>(() => new ScalarTags("a", "a"));
        Assert.Throws<ArgumentException>(() => new ScalarTags("a", ""));
    }

    [Fact]
    public void Appending_allocates_nothing()
    {
        using EventLog log = EventLog.Create(_temporary.New("events"), Begun);
        var tags = new ScalarTags("a", "b", "c");
        double[] values = [1, double.NaN, 3];
        log.Append(0, 1, tags, values);
        log.File.Flush(toDisk: false);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int index = 0; index < 5000; index++)
        {
            log.Append(index, index, tags, values);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static (byte[] Bytes, RunFile Mark) Sample(string path)
    {
        using EventLog log = EventLog.Create(path, Begun);
        var tags = new ScalarTags("charts/episodic_return", "charts/SPS");
        for (int index = 1; index <= 50; index++)
        {
            log.Append(EventLog.WallTime(Begun, index / 7.0), 10 * index, tags, [index, index / 3.0]);
        }

        RunFile mark = log.File.Mark();
        log.Dispose();
        return (File.ReadAllBytes(path), mark);
    }

    // Where the records end.
    private static int[] Ends(byte[] bytes)
    {
        var ends = new List<int>();
        for (int end = 0; end < bytes.Length; )
        {
            end += 16 + BitConverter.ToInt32(bytes, end);
            ends.Add(end);
        }

        return [.. ends];
    }
}
