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
    /// <param name="samples">The samples.</param>
    public void Draw(Pixel place, IEnumerable<LegendSample> samples)
    {
        var x = place.X;
        foreach (LegendSample sample in samples)
        {
            using (SKPaint paint = Line(sample))
            {
                canvas.DrawLine(x, place.Y, x + SampleWidth, place.Y, paint);
            }

            x += SampleWidth + 10;
            var beside = new Pixel(x, place.Y);
            x += text.Write(sample.Name, beside, Alignment.MiddleLeft, 19, FigureColors.Text) + Gap;
        }
    }

    private static SKPaint Line(LegendSample sample) =>
        new()
        {
            Color = sample.Color.ToSKColor(),
            StrokeWidth = sample.Width,
            Style = SKPaintStyle.Stroke,
            IsAntialias = true,
            PathEffect = sample.Dashed ? SKPathEffect.CreateDash([10, 5], 0) : null,
        };
}
