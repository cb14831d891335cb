using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hebb.Catalogues;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Comparisons;
using Hebb.Lab.Curves;
using Hebb.Lab.Figures;
using Hebb.Lab.Runs;
using Hebb.Lab.Sensitivities;
using Hebb.Lab.Studies.Benchmarks;
using Hebb.Lab.Tests.Training;
using Hebb.Lab.Training;

namespace Hebb.Lab.Tests.Figures;

/// <summary>Every colour that a figure draws with has a sample in its legend.</summary>
public sealed partial class LegendTests : IDisposable
{
    private const string Frame = "#9AA3AA";

    // Of words, axes and their grid.
    private static readonly string[] Around = ["none", "white", "black", "#4D4D4D", "#1A1A1A", "#E3E6E8", Frame];

    private readonly TemporaryDirectory _temporary = new();

    private string Store => _temporary.New();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(12, 2)]
    public void Of_curves(int configurations, int seeds)
    {
        Write(configurations, seeds);
        Check(
            new RunCurvesFigure(
                RunCurves.Read(
                    RunCatalogue.Read([Store], Store).Runs,
                    CurveAxis.EnvironmentSteps,
                    "r",
                    null,
                    TestContext.Current.CancellationToken
                )
            )
        );
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    public void Of_a_comparison(int configurations, int seeds)
    {
        Write(configurations, seeds);
        Check(new ComparisonFigure(Comparison.Of(RunCatalogue.Read([Store], Store).Runs, ScoreMetric.All[0])));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(40)]
    public void Of_a_sweep(int trials)
    {
        SyntheticSweep.Write(Store, trials, seeds: 1);
        Check(new SweepFigure(SweepSensitivity.Read("rates-sweep", Store, null)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Of_a_training(int seeds) =>
        Check(
            new TrainingFigure(
                TrainingSummary.Of(
                    new AgentPlan(
                        ToyTraining.Catalogue[0],
                        CatalogueSet.Standard.Environments.Find("CartPole-v0"),
                        RunBudget.OfSteps(1000)
                    ),
                    [.. Enumerable.Range(0, seeds).Select(seed => ToyTraining.Run((ulong)seed, 20 * seed))]
                )
            )
        );

    [Fact]
    public void Of_a_benchmark() =>
        Check(
            new BenchmarkFigure([
                .. CatalogueSet
                    .Standard.Agents.Where(agent => !agent.Name.StartsWith("report", StringComparison.Ordinal))
                    .Select(agent =>
                        TrainingSummary.Of(
                            new AgentPlan(
                                agent,
                                CatalogueSet.Standard.Environments.Find("CartPole-v0"),
                                RunBudget.OfSteps(1000)
                            ),
                            [.. Enumerable.Range(0, 4).Select(seed => ToyTraining.Run((ulong)seed, 20 * seed))]
                        )
                    ),
            ])
        );

    private static void Check(PanelFigure figure)
    {
        using var stream = new MemoryStream();
        figure.WriteSvg(stream);
        var svg = Encoding.UTF8.GetString(stream.ToArray());
        (string Color, double[] Xs, double[] Ys)[] paths =
        [
            .. Paths()
                .Matches(svg)
                .Select(path =>
                {
                    var points = Points().Matches(path.Value);
                    return (
                        Colors().Matches(path.Value).Select(color => color.Groups["color"].Value).Last(),
                        points.Select(point => Number(point.Groups["x"].Value)).ToArray(),
                        points.Select(point => Number(point.Groups["y"].Value)).ToArray()
                    );
                })
                .Where(path => path.Item2.Length > 1),
        ];
        var top = paths.Where(path => path.Color == Frame).Min(path => path.Ys.Min());
        string[] samples = [.. paths.Where(path => path.Ys.Max() < top).Select(path => path.Color)];
        Assert.NotEmpty(samples);
        Assert.Empty(
            Colors()
                .Matches(svg)
                .Select(color => color.Groups["color"].Value)
                .Except([.. Around, .. samples], StringComparer.Ordinal)
        );
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private void Write(int configurations, int seeds)
    {
        for (var run = 0; run < configurations * seeds; run++)
        {
            new SyntheticRun
            {
                Seed = run % seeds,
                Level = 480,
                DivergedAt = run == 1 ? 9000 : null,
                Settings = new JsonObject { ["agent.actor.beta"] = 0.1 * (1 + (run / seeds)) },
            }.Write(Store);
        }
    }

    [GeneratedRegex("<path (?:fill|stroke)=[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Paths();

    [GeneratedRegex(
        @"[ML](?<x>[-0-9.]+) (?<y>[-0-9.]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Points();

    [GeneratedRegex(
        "(?:fill|stroke)=\"(?<color>[^\"]*)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Colors();
}
