using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Hebb.Lab.Studies.Figure4;

namespace Hebb.Lab.Tests.Studies.Figure4;

public sealed class LearningCurveFigureTests
{
    [Fact]
    public void Png_is_a_picture_of_some_size()
    {
        var png = Written(Figure(methods: 3, seeds: 4, episodes: 300).WritePng);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), 1000, 3000);
        Assert.InRange(png.Length, 20_000, 2_000_000);
    }

    [Fact]
    public void Svg_says_what_it_shows()
    {
        var svg = Encoding.UTF8.GetString(Written(Figure(methods: 3, seeds: 4, episodes: 300).WriteSvg));
        XDocument.Parse(svg);
        Assert.Contains("learning rules work? (4 seeds of each)", svg, StringComparison.Ordinal);
        Assert.Contains("Return (steps balanced)", svg, StringComparison.Ordinal);
        Assert.Contains("made to work", svg, StringComparison.Ordinal);
        Assert.Contains("0 of 4 seeds solved", svg, StringComparison.Ordinal);
        Assert.Contains("solved: 195", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("training ends", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_band_is_drawn_once()
    {
        var svg = Encoding.UTF8.GetString(Written(Figure(methods: 1, seeds: 4, episodes: 300).WriteSvg));
        Assert.Equal(1, svg.Split("<path fill=\"#D55E00\"").Length - 1);
    }

    [Fact]
    public void A_mean_ends_with_the_shortest_run_and_the_single_curves_with_their_own()
    {
        int[] lengths = [60, 90, 100, 80];
        MethodRun[][] runs =
        [
            [.. lengths.Select((_, seed) => Record(0, seed, 150))],
            [.. lengths.Select((length, seed) => Record(1, seed, length))],
        ];
        var svg = Encoding.UTF8.GetString(Written(Figure(runs, [MethodRole.Published, MethodRole.Working]).WriteSvg));
        Assert.Contains("training ends", svg, StringComparison.Ordinal);

        // The line of the threshold goes from 0 to the last episode of all.
        double[] across = Places(svg, "path fill=\"none\" stroke=\"#009E73\"").Single();
        double Episode(double place) => (place - across[0]) / (across[^1] - across[0]) * 150;
        var dot = double.Parse(
            svg.Split("<ellipse fill=\"#0072B2\" cx=\"")[1].Split('"')[0],
            CultureInfo.InvariantCulture
        );
        Assert.Equal(60, Episode(dot), 0.1);
        Assert.Equal(
            lengths,
            Places(svg, "path fill=\"none\" stroke=\"#0072B2\" stroke-width=\"1\"")
                .Select(places => (int)Math.Round(Episode(places[^1])))
        );
    }

    // The horizontal places of the points of lines.
    private static IEnumerable<double[]> Places(string svg, string line) =>
        svg.Split($"<{line}")
            .Skip(1)
            .Select(text => text.Split(" d=\"M")[1].Split('"')[0])
            .Select(points =>
                points
                    .Split('L')
                    .Select(point => double.Parse(point.Split(' ')[0], CultureInfo.InvariantCulture))
                    .ToArray()
            );

    [Fact]
    public void Svg_of_the_standard_experiment_stays_small() =>
        Assert.InRange(Written(Figure(methods: 10, seeds: 20, episodes: 1000).WriteSvg).Length, 100_000, 2_000_000);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(11, 2, 150)]
    [InlineData(1, 50, 10)]
    public void Experiments_of_any_size_have_figures_too(int methods, int seeds, int episodes) =>
        Assert.NotEmpty(Written(Figure(methods, seeds, episodes).WritePng));

    private static LearningCurveFigure Figure(int methods, int seeds, int episodes)
    {
        MethodRun[][] runs =
        [
            .. Enumerable
                .Range(0, methods)
                .Select(method => Enumerable.Range(0, seeds).Select(seed => Record(method, seed, episodes)).ToArray()),
        ];
        return Figure(runs, [.. runs.Select((_, method) => (MethodRole)(method % 5))]);
    }

    private static LearningCurveFigure Figure(MethodRun[][] runs, MethodRole[] roles)
    {
        MethodSummary[] summaries =
        [
            .. runs.Select(
                (ofMethod, method) => MethodSummary.Of(Toy.Method($"method{method}", role: roles[method]), ofMethod)
            ),
        ];
        return new LearningCurveFigure(
            Toy.Configuration(runs[0].Length),
            new Figure4Findings([.. runs.Select(ofMethod => ofMethod.ToImmutableArray())], [.. summaries])
        );
    }

    private static MethodRun Record(int method, int seed, int episodes) =>
        Toy.Record(Enumerable.Range(0, episodes).Select(episode => Return(method, seed, episode)));

    private static double Return(int method, int seed, int episode) =>
        20 + (method * 15) + (10 * Math.Sin(episode * 0.37 * (seed + 1)));

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
