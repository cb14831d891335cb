using Hebb.Lab.Summaries;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>The legend, in one line above the panels.</summary>
/// <param name="canvas">What is drawn on.</param>
/// <param name="text">Writes on it.</param>
internal sealed class FigureLegend(SKCanvas canvas, FigureText text)
{
    private const float SampleWidth = 44;
    private const float Gap = 54;

    /// <summary>Draws the samples and their names from left to right.</summary>
    /// <param name="place">The left end, at half the height.</param>
    /// <param name="seeds">How many seeds there are.</param>
    public void Draw(Pixel place, int seeds)
    {
        var x = place.X;
        x += Entry(x, place.Y, "interquartile mean over seeds", Line(FigureColors.Mean, 3.5f, dashed: false));
        x += Entry(x, place.Y, "its 95 % bootstrap interval", Line(FigureColors.Band, 18, dashed: false));
        x += Entry(
            x,
            place.Y,
            seeds > LearningCurve.MostSeeds ? $"one seed (the first {LearningCurve.MostSeeds})" : "one seed",
            Line(FigureColors.Seed, 1.5f, dashed: false)
        );
        Entry(
            x,
            place.Y,
            $"solved: {Criteria.SolvedAt} over {Criteria.Window} episodes",
            Line(FigureColors.Threshold, 2, dashed: true)
        );
    }

    // Draws a sample with its name and returns the width taken.
    private float Entry(float x, float y, string name, SKPaint sample)
    {
        using (sample)
        {
            canvas.DrawLine(x, y, x + SampleWidth, y, sample);
        }

        var beside = new Pixel(x + SampleWidth + 10, y);
        return SampleWidth + 10 + text.Write(name, beside, Alignment.MiddleLeft, 19, FigureColors.Text) + Gap;
    }

    private static SKPaint Line(Color color, float width, bool dashed) =>
        new()
        {
            Color = color.ToSKColor(),
            StrokeWidth = width,
            Style = SKPaintStyle.Stroke,
            IsAntialias = true,
            PathEffect = dashed ? SKPathEffect.CreateDash([10, 5], 0) : null,
        };
}
