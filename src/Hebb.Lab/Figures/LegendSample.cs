using Hebb.Lab.Summaries;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>One kind of line in a figure, as the legend shows it.</summary>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Dashed">Whether it is dashed.</param>
internal sealed record LegendSample(string Name, Color Color, float Width, bool Dashed = false)
{
    /// <summary>Draws the line.</summary>
    /// <param name="length">How long it is, in pixels.</param>
    public void Draw(SKCanvas canvas, Pixel from, float length)
    {
        using var paint = new SKPaint
        {
            Color = Color.ToSKColor(),
            StrokeWidth = Width,
            Style = SKPaintStyle.Stroke,
            IsAntialias = true,
            PathEffect = Dashed ? SKPathEffect.CreateDash([10, 5], 0) : null,
        };
        canvas.DrawLine(from.X, from.Y, from.X + length, from.Y, paint);
    }

    /// <summary>The lines of learning curves over seeds.</summary>
    /// <param name="threshold">The mean return from which the task counts as solved; null where there is none.</param>
    public static IEnumerable<LegendSample> OfCurves(int seeds, double? threshold)
    {
        yield return new("interquartile mean over seeds", FigureColors.Mean, 3.5f);
        yield return new("its 95 % bootstrap interval", FigureColors.Band, 18);
        yield return new(
            seeds > CurveBand.MostSeeds ? $"one seed (the first {CurveBand.MostSeeds})" : "one seed",
            FigureColors.Seed,
            1.5f
        );
        if (threshold is { } solvedAt)
        {
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"solved: {solvedAt} over {Criteria.Window} episodes"
            );
            yield return new(text, FigureColors.Threshold, 2, Dashed: true);
        }
    }
}
