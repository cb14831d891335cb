using System.Text;
using System.Xml.Linq;
using Hebb.Lab.Studies.Chains;

namespace Hebb.Lab.Tests.Studies.Chains;

[Collection(MeasuredAlone.Name)]
public sealed class ChainResultsTests
{
    private const string Command = "hebb reproduce chains --seeds 3";

    [Fact]
    public void The_table_has_a_row_for_each_learner_and_for_lists_that_cannot_be_held()
    {
        string[] lines = Text(stream => ChainTable.Write(stream, ChainExplosionTests.Findings.Value))
            .TrimEnd()
            .Split('\n');
        Assert.Equal(
            "room,steps,form,chains,naive,after_colours,after_verbs,seed,held_bytes,learner_bytes,peak_bytes,seconds_per_attempt,attempts,solved",
            lines[0]
        );
        Assert.Equal(17, lines.Length);
        Assert.StartsWith("row,1,listed,60,60,30,15,3,120,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",1,true", lines[1], StringComparison.Ordinal);
        Assert.StartsWith(
            "row,4,listed,12960000,424673280000,810000,50625,3,64800000,",
            lines[7],
            StringComparison.Ordinal
        );
        Assert.EndsWith(",1,false", lines[7], StringComparison.Ordinal);
        Assert.Equal("row,6,listed,46656000000,1565515579392000000,729000000,11390625,,326592000000,,,,,", lines[11]);
        Assert.StartsWith("CE4,3,factored,216000,221184000,27000,3375,3,", lines[16], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(lines[0].Count(sign => sign == ','), line.Count(sign => sign == ',')));
    }

    [Fact]
    public void The_page_says_what_was_measured()
    {
        var page = Text(stream =>
            ChainPage.Write(stream, ChainExplosionTests.Options, ChainExplosionTests.Findings.Value, Command)
        );
        string[] words =
        [
            $"    {Command}\n",
            "![Memory and time over the steps of a chain](chains.png)",
            "| 6 | 1,565,515,579,392,000,000 | 46,656,000,000 | 729,000,000 | 11,390,625 |",
            "| row | 5 | listed | would need 4.67 GB |  |  |  |  |",
            "| row | 3 | listed | 864 kB | ",
            "| CE4 | 3 | factored | ",
            "more than 1,000,000 chains are played for 1 attempt alone",
        ];
        Assert.All(words, word => Assert.Contains(word, page, StringComparison.Ordinal));
        Assert.Matches(@"were the same with factored ones: (\d+) of \1\.", page);
    }

    [Fact]
    public void The_figure_says_what_was_measured()
    {
        var figure = new ChainFigure(ChainExplosionTests.Options, ChainExplosionTests.Findings.Value);
        using var png = new MemoryStream();
        figure.WritePng(png);
        Assert.NotEqual(0, png.Length);
        var svg = Text(figure.WriteSvg);
        Assert.NotNull(XDocument.Parse(svg).Root);
        string[] words =
        [
            "Memory of the chains",
            "Time an attempt (median)",
            "Steps of a chain",
            "listed, measured (full marks)",
            "listed, would need (open marks)",
            "factored, measured",
            "1 TB",
            "100 MB",
            "100 B",
            "10 µs",
            "1 row of each number of steps",
        ];
        Assert.All(words, word => Assert.Contains(word, svg, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_every_list_can_be_held_nothing_is_said_of_others()
    {
        var rows = ChainExplosionTests.Findings.Value.Where(finding => finding.Subject.Steps == 1).ToArray();
        var svg = Text(new ChainFigure(new ChainsOptions { Steps = 1 }, rows).WriteSvg);
        Assert.DoesNotContain("would need", svg, StringComparison.Ordinal);
        Assert.Contains("factored, measured", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999.4, "999 B")]
    [InlineData(999.6, "1 kB")]
    [InlineData(864_000, "864 kB")]
    [InlineData(64_800_000, "64.8 MB")]
    [InlineData(326_592_000_000, "327 GB")]
    [InlineData(1.5e15, "1.5 PB")]
    [InlineData(-808, "-808 B")]
    public void Bytes_are_written_with_three_digits(double bytes, string expected) =>
        Assert.Equal(expected, Quantity.OfBytes(bytes));

    [Theory]
    [InlineData(0, "0 ns")]
    [InlineData(1.32e-5, "13.2 µs")]
    [InlineData(0.9996e-3, "1 ms")]
    [InlineData(2.536, "2.54 s")]
    [InlineData(1e-6, "1 µs")]
    [InlineData(1e-5, "10 µs")]
    [InlineData(125, "125 s")]
    public void Seconds_are_written_with_three_digits(double seconds, string expected) =>
        Assert.Equal(expected, Quantity.OfSeconds(seconds));

    private static string Text(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
