using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Files;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Tests.Logs;

public sealed class EpisodeLogTests : IDisposable
{
    private const string Header = "#{\"t_start\":1.5,\"env_id\":\"CartPole-v1\"}\nr,l,t,env_steps,entropy,value\n";

    private static readonly DateTimeOffset Begun = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123);

    // Of every kind: any bits, whole numbers, few decimals, and those around which formats change.
    private static readonly Gen<double> Number = Gen.OneOf(
        Gen.Double,
        Gen.Long.Select(BitConverter.Int64BitsToDouble),
        Gen.Int[-500, 500].Select(whole => (double)whole),
        Gen.Int.Select(hundredths => hundredths / 100.0),
        Gen.Long[-2_000_000_000_000_000, 2_000_000_000_000_000].Select(whole => (double)whole),
        Any(0, -0.0, 1e15, 999_999_999_999_999, -1e15, 1e16, 5e-324, double.MaxValue, double.PositiveInfinity)
    );

    // Those halfway between two decimals among them, and next to halfway.
    private static readonly Gen<double> Time = Gen.OneOf(
        Gen.Double[0, 10],
        Gen.Double[0, 2e6],
        Gen.Long[0, 20_000_000_000].Select(halves => halves * 0.5e-6),
        Gen.Select(Gen.Long[0, 2_000_000_000_000], Gen.Int[-3, 3])
            .Select(
                (halves, ulps) =>
                    Math.Max(
                        0,
                        BitConverter.Int64BitsToDouble(
                            BitConverter.DoubleToInt64Bits(halves / 2e6) + (halves == 0 ? 0 : ulps)
                        )
                    )
            ),
        Gen.Int[0, 1 << 20].Select(parts => parts / (double)(1 << 10)),
        Any(0, -0.0, 1e-7, 4.9e-7, 5e-7, 999_999.9999996, 1e6, 1e9, 1e22)
    );

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Rows_are_those_of_the_platforms_formats_and_are_read_back()
    {
        Gen<double> diagnostic = Gen.OneOf(Number, Gen.Const(double.NaN));
        Gen<TrainedEpisode> episode = Gen.Select(
                Number.Where(value => !double.IsNaN(value)),
                Gen.Int[0, int.MaxValue],
                Time,
                Gen.Long[0, 1L << 52],
                Gen.Select(diagnostic, diagnostic)
            )
            .Select(
                (episodeReturn, length, seconds, steps, diagnostics) =>
                    new TrainedEpisode(episodeReturn, length, seconds, steps)
                    {
                        Diagnostics = [diagnostics.Item1, diagnostics.Item2],
                    }
            );
        string path = _temporary.New("episodes.csv");
        ImmutableArray<string> names = ["entropy", "critic_cost"];
        episode
            .Array[0, 200]
            .Sample(
                episodes =>
                {
                    Write(path, "A \"B\" é", names, episodes);
                    byte[] expected = MonitorTable.Bytes(Begun, "A \"B\" é", names, episodes);
                    Assert.Equal(Encoding.UTF8.GetString(expected), File.ReadAllText(path));

                    EpisodeTable table = EpisodeTable.Read(path);
                    Assert.Equal(Begun, table.Begun);
                    Assert.Equal("A \"B\" é", table.Environment);
                    Assert.Equal(names, table.DiagnosticNames);
                    Assert.Equal(episodes.Length, table.Count);
                    Assert.Equal(episodes.Select(one => one.Return), table.Returns);
                    Assert.Equal(episodes.Select(one => (double)one.Length), table.Lengths);
                    Assert.Equal(episodes.Select(one => (double)one.EnvironmentSteps), table.EnvironmentSteps);
                    Assert.Equal(episodes.Select(one => one.Diagnostics[1]), table.Column("critic_cost"));
                    Assert.All(
                        episodes.Zip(table.Seconds),
                        pair => Assert.Equal(pair.First.Seconds, pair.Second, 0.5e-6 + (1e-14 * pair.First.Seconds))
                    );
                },
                iter: 200,
                threads: 1
            );
    }

    [Fact]
    public void A_run_goes_on_in_its_own_file_only()
    {
        string path = _temporary.New("episodes.csv");
        RunFile mark;
        using (EpisodeLog log = EpisodeLog.Create(path, Begun, "CartPole-v1", ["entropy"]))
        {
            log.Append(9, 9, 0.25, 9, [0.5]);
            mark = log.File.Mark();
            log.Append(10, 10, 0.5, 19, [double.NaN]);
        }

        Refusal.Expect(path, "does not begin as", () => Continue(path, mark, Begun, "CartPole-v0", ["entropy"]));
        Refusal.Expect(path, "does not begin as", () => Continue(path, mark, Begun, "CartPole-v1", ["value"]));
        Refusal.Expect(path, "does not begin as", () => Continue(path, mark, Begun, "CartPole-v1", []));
        Refusal.Expect(path, "does not begin as", () => Continue(path, mark, default, "CartPole-v1", ["entropy"]));
        using (EpisodeLog log = EpisodeLog.Continue(path, mark, Begun, "CartPole-v1", ["entropy"]))
        {
            log.Append(11, 11, 0.75, 20, [double.NaN]);
        }

        Assert.Equal(
            "#{\"t_start\":1700000000.123,\"env_id\":\"CartPole-v1\"}\nr,l,t,env_steps,entropy\n9,9,0.25,9,0.5\n11,11,0.75,20,\n",
            File.ReadAllText(path)
        );
    }

    [Fact]
    public void The_header_is_there_at_once_and_an_unfinished_row_is_left_out_on_request()
    {
        string path = _temporary.New("episodes.csv");
        using EpisodeLog log = EpisodeLog.Create(path, Begun, "CartPole-v1", []);
        Assert.Equal(0, EpisodeTable.Read(path).Count);
        log.Append(9, 9, 0.25, 9, []);
        log.Append(10, 10, 0.5, 19, []);
        log.File.Flush(toDisk: false);
        Assert.Equal([9.0, 10.0], EpisodeTable.Read(path, acceptUnfinished: true).Returns);
        log.File.Append("7,7,0.6"u8);
        log.File.Flush(toDisk: false);
        Assert.Equal([9.0, 10.0], EpisodeTable.Read(path, acceptUnfinished: true).Returns);
    }

    [Theory]
    [InlineData("r")]
    [InlineData("a,b")]
    [InlineData("a\"")]
    [InlineData("")]
    [InlineData("two", "two")]
    public void Names_that_a_table_cannot_tell_apart_are_refused(params string[] names) =>
        Assert.Throws<ArgumentException>(() =>
            EpisodeLog.Create(_temporary.New("episodes.csv"), Begun, "CartPole-v1", [.. names])
        );

    [Theory]
    [InlineData("", "does not begin as it should: it has 0 whole lines")]
    [InlineData("#{}\n", "it has 1 whole lines; two lines of header are needed")]
    [InlineData("{\"t_start\":1,\"env_id\":\"x\"}\nr,l,t,env_steps\n", ", line 1: ")]
    [InlineData("#{\"t_start\":1}\nr,l,t,env_steps\n", ", line 1: ")]
    [InlineData("#{\"t_start\":1,\"env_id\":2}\nr,l,t,env_steps\n", ", line 1: ")]
    [InlineData("#{\"t_start\":1e300,\"env_id\":\"x\"}\nr,l,t,env_steps\n", ", line 1: ")]
    [InlineData("#[]\nr,l,t,env_steps\n", ", line 1: ")]
    [InlineData("#{\"t_start\":1,\"env_id\":\"x\"}\nr,l,t\n", ", line 2: \"r,l,t\"; r,l,t,env_steps and")]
    [InlineData("#{\"t_start\":1,\"env_id\":\"x\"}\nr,l,t,env_steps,\n", ", line 2, cell 5: \"\"; a name")]
    [InlineData("#{\"t_start\":1,\"env_id\":\"x\"}\nr,l,t,env_steps,a,a\n", ", line 2, cell 6: \"a\"; a name")]
    [InlineData("#{\"t_start\":1,\"env_id\":\"x\"}\nr,l,t,env_steps\r\n", ", line 2")]
    [InlineData(Header + "9,9,0.5,9,,\n9,9,0.5,9,,", ", line 4: \"9,9,0.5,9,,\" has no end")]
    [InlineData(
        Header + "9,9,0.5,9,\n",
        ", line 3: \"9,9,0.5,9,\" has 5 cells; 6 are needed: r,l,t,env_steps,entropy,value"
    )]
    [InlineData(Header + "9,9,0.5,9,,,\n", "has 7 cells; 6 are needed")]
    [InlineData(Header + "\n", "has 1 cells; 6 are needed")]
    [InlineData(Header + "x,9,0.5,9,,\n", ", line 3, cell 1 (r): \"x\"; a number is needed")]
    [InlineData(Header + ",9,0.5,9,,\n", ", line 3, cell 1 (r): \"\"; a number is needed")]
    [InlineData(Header + " 9,9,0.5,9,,\n", ", line 3, cell 1 (r): \" 9\"; a number is needed")]
    [InlineData(Header + "+9,9,0.5,9,,\n", ", line 3, cell 1 (r): \"+9\"; a number is needed")]
    [InlineData(Header + ".9,9,0.5,9,,\n", ", line 3, cell 1 (r): \".9\"; a number is needed")]
    [InlineData(Header + "9.,9,0.5,9,,\n", ", line 3, cell 1 (r): \"9.\"; a number is needed")]
    [InlineData(
        Header + "9,9.5,0.5,9,,\n",
        ", line 3, cell 2 (l): \"9.5\"; a whole number from 0 to 2147483647 is needed"
    )]
    [InlineData(Header + "9,2147483648,0.5,9,,\n", ", line 3, cell 2 (l): ")]
    [InlineData(Header + "9,-9,0.5,9,,\n", ", line 3, cell 2 (l): ")]
    [InlineData(Header + "9,9,-0.5,9,,\n", ", line 3, cell 3 (t): \"-0.5\"; a number of seconds from 0 is needed")]
    [InlineData(Header + "9,9,NaN,9,,\n", ", line 3, cell 3 (t): \"NaN\"")]
    [InlineData(Header + "9,9,0.5,1e3,,\n", ", line 3, cell 4 (env_steps): \"1e3\"; a whole number from 0 is needed")]
    [InlineData(Header + "9,9,0.5,9007199254740993,,\n", ", line 3, cell 4 (env_steps): ")]
    [InlineData(
        Header + "9,9,0.5,9,,\n9,9,0.5,9,0.5x,\n",
        ", line 4, cell 5 (entropy): \"0.5x\"; a number or nothing is needed"
    )]
    public void What_is_not_as_written_is_named_by_line_and_cell(string content, string expected)
    {
        string path = _temporary.New("episodes.csv");
        File.WriteAllText(path, content);
        Refusal.Expect(path, expected, () => EpisodeTable.Read(path));
    }

    [Fact]
    public void A_table_that_is_missing_is_named() =>
        Refusal.Expect(
            _temporary.New("episodes.csv"),
            "cannot be read",
            () => EpisodeTable.Read(_temporary.New("episodes.csv"))
        );

    [Fact]
    public void Truncated_files_and_flipped_bits_are_refused()
    {
        string path = _temporary.New("episodes.csv");
        (byte[] bytes, RunFile mark) = Sample(path);
        Assert.Equal(50, EpisodeTable.Read(path, mark).Count);
        var random = new Random(1);
        for (int index = 0; index < 200; index++)
        {
            byte[] damaged = [.. bytes];
            int place = random.Next(bytes.Length);
            if (index % 2 == 0)
            {
                damaged = damaged[..place];
            }
            else
            {
                damaged[place] ^= (byte)(1 << random.Next(8));
            }

            File.WriteAllBytes(path, damaged);
            Refusal.Message(path, () => EpisodeTable.Read(path, mark));
            Refusal.Message(path, () => AppendedFile.Continue(path, mark));
        }
    }

    [Fact]
    public void Without_a_mark_damage_that_shows_is_refused()
    {
        string path = _temporary.New("episodes.csv");
        (byte[] bytes, _) = Sample(path);
        var random = new Random(2);
        for (int index = 0; index < 200; index++)
        {
            byte[] damaged = [.. bytes];
            int place = random.Next(bytes.Length - 1);
            if (index % 2 == 0)
            {
                // Cut within a line: a file that ends with a line is one of a run that ended there.
                damaged = damaged[..(bytes[place] == '\n' ? place : place + 1)];
            }
            else
            {
                // The highest bit: no such byte is in any number or name.
                damaged[place] |= 0x80;
            }

            File.WriteAllBytes(path, damaged);
            Refusal.Message(path, () => EpisodeTable.Read(path));
        }
    }

    [Fact]
    public void Appending_allocates_nothing()
    {
        using EpisodeLog log = EpisodeLog.Create(_temporary.New("episodes.csv"), Begun, "CartPole-v1", ["a", "b"]);
        double[] diagnostics = [1 / 3.0, double.NaN];
        log.Append(9, 9, 0.25, 9, diagnostics);
        log.File.Flush(toDisk: false);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int index = 0; index < 5000; index++)
        {
            log.Append(-index / 7.0, index, index * 0.001234567, 9L * index, diagnostics);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Gen<double> Any(params double[] values) =>
        Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static (byte[] Bytes, RunFile Mark) Sample(string path)
    {
        using EpisodeLog log = EpisodeLog.Create(path, Begun, "CartPole-v1", ["entropy", "value"]);
        for (int index = 1; index <= 50; index++)
        {
            log.Append(index, index, index / 7.0, 10 * index, [index / 3.0, double.NaN]);
        }

        RunFile mark = log.File.Mark();
        log.Dispose();
        return (File.ReadAllBytes(path), mark);
    }

    private static void Continue(
        string path,
        RunFile mark,
        DateTimeOffset begun,
        string environment,
        ImmutableArray<string> names
    ) => EpisodeLog.Continue(path, mark, begun, environment, names).Dispose();

    private static void Write(
        string path,
        string environment,
        ImmutableArray<string> names,
        IEnumerable<TrainedEpisode> episodes
    )
    {
        using EpisodeLog log = EpisodeLog.Create(path, Begun, environment, names);
        foreach (TrainedEpisode one in episodes)
        {
            log.Append(one.Return, one.Length, one.Seconds, one.EnvironmentSteps, one.Diagnostics.AsSpan());
        }
    }
}
