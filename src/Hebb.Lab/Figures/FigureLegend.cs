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
            sample.Draw(canvas, new Pixel(x, place.Y), SampleWidth);
            x += SampleWidth + 10;
            var beside = new Pixel(x, place.Y);
            x += text.Write(sample.Name, beside, Alignment.MiddleLeft, 19, FigureColors.Text) + Gap;
        }
    }
}
