using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Curves;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;

namespace Hebb.Lab.Tests.Curves;

/// <summary>Where curves end, and what figures of few runs promise.</summary>
public sealed partial class CurveEndTests : IDisposable
{
    private const string MeanOfFirst = "#0072B2";

    private readonly TemporaryDirectory _temporary = new();

    private string Store => _temporary.New();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("env_steps")]
    [InlineData("episodes")]
    [InlineData("seconds")]
    public void The_curve_of_a_run_ends_with_a_cross_where_it_diverged(string axis)
    {
        var whole = Draw(axis, [null]);
        var (_, last) = Ends(whole);
        Assert.DoesNotContain("diverged", whole, StringComparison.Ordinal);
        var diverged = Draw(axis, 10_000);
        Assert.Contains("diverged: its curve ends", diverged, StringComparison.Ordinal);
        var (first, end) = Ends(diverged);

        // Over episodes, which grow longer, the middle of the steps comes later.
        Assert.InRange((end - first) / (last - first), 0.4, 0.8);
    }

    [Fact]
    public void Runs_that_diverged_count_in_the_mean_until_all_have()
    {
        var whole = Draw("env_steps", null, null, null, null, null);
        var two = Draw("env_steps", null, 4_000, null, 9_000, null);
        Assert.Equal(Mean(whole), Mean(two));
        var (first, last) = Ends(whole);
        var (_, end) = Ends(Draw("env_steps", 2_000, 4_000, 6_000, 9_000, 10_000));
        Assert.InRange((end - first) / (last - first), 0.45, 0.52);
    }

    [Fact]
    public void A_measurement_that_ends_with_divergence_does_not_go_on()
    {
        foreach (var seed in (int[])[0, 1])
        {
            var folder = new SyntheticRun { Seed = seed, DivergedAt = seed == 0 ? 10_000 : null }.Write(Store);
            var path = Path.Combine(folder, "episodes.csv");
            var lines = File.ReadAllLines(path);
            File.WriteAllLines(
                path,
                lines.Select(
                    (line, row) =>
                        row > 1 && seed == 0 && long.Parse(line.Split(',')[3], CultureInfo.InvariantCulture) > 10_000
                            ? string.Join(',', [.. line.Split(',')[..4], "", ""])
                            : line
                )
            );
        }

        // Beyond its end the mean is that of the other seed alone.
        var both = Figure("env_steps", "entropy");
        Directory.Delete(Directory.GetDirectories(Store, "seed-0", SearchOption.AllDirectories)[0], recursive: true);
        var one = Figure("env_steps", "entropy");
        Assert.Equal(LastPoint(one), LastPoint(both));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Few_seeds_promise_no_interval(int seeds)
    {
        var svg = Draw("env_steps", new long?[seeds]);
        Assert.Equal(seeds > 1, svg.Contains("Interquartile mean over seeds", StringComparison.Ordinal));
        Assert.Equal(seeds >= 4, svg.Contains("interval", StringComparison.Ordinal));
    }

    [Fact]
    public void A_single_evaluation_is_a_mark()
    {
        var folder = new SyntheticRun().Write(Store);
        using (var log = EventLog.Create(Path.Combine(folder, EventLog.FileName), DateTimeOffset.UnixEpoch))
        {
            log.Append(19_900, 5, new ScalarTags(TensorBoardTags.MeanReward), [100]);
        }

        var svg = Figure("env_steps", "eval/mean_reward");
        Assert.Contains(
            Marks().Matches(svg),
            mark => mark.Value.Contains(MeanOfFirst, StringComparison.OrdinalIgnoreCase)
        );
    }

    private string Draw(string axis, params long?[] diverged)
    {
        if (Directory.Exists(Store))
        {
            Directory.Delete(Store, recursive: true);
        }

        foreach (var (seed, at) in diverged.Index())
        {
            new SyntheticRun { Seed = seed, DivergedAt = at }.Write(Store);
        }

        return Figure(axis, "r");
    }

    private string Figure(string axis, string measured)
    {
        using var stream = new MemoryStream();
        new RunCurvesFigure(
            RunCurves.Read(
                RunCatalogue.Read([Store], Store).Runs,
                CurveAxis.Find(axis),
                measured,
                null,
                TestContext.Current.CancellationToken
            )
        ).WriteSvg(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Mean(string svg) =>
        Lines()
            .Matches(svg)
            .Select(line => line.Value)
            .Last(line =>
                line.Contains("stroke-width=\"3.5\"", StringComparison.Ordinal)
                && line.Contains(MeanOfFirst, StringComparison.OrdinalIgnoreCase)
            );

    private static (double First, double Last) Ends(string svg)
    {
        double[] places =
        [
            .. Points()
                .Matches(Mean(svg))
                .Select(point => double.Parse(point.Groups["x"].Value, CultureInfo.InvariantCulture)),
        ];
        return (places.Min(), places.Max());
    }

    private static string LastPoint(string svg) => Points().Matches(Mean(svg))[^1].Value;

    [GeneratedRegex("<path[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Lines();

    [GeneratedRegex("<(?:circle|ellipse|path fill=\"#)[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Marks();

    [GeneratedRegex(
        @"[ML](?<x>[-0-9.]+) (?<y>[-0-9.]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Points();
}
