using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>Draws the words around the panels.</summary>
/// <param name="canvas">What is drawn on.</param>
internal sealed class FigureText(SKCanvas canvas)
{
    /// <summary>Writes a line of text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where, in pixels.</param>
    /// <param name="alignment">Which point of the text lies there.</param>
    /// <param name="size">The height of the letters, in pixels.</param>
    /// <param name="color">Their colour.</param>
    /// <param name="bold">Whether they are bold.</param>
    /// <param name="rotation">Degrees, clockwise.</param>
    /// <returns>The width of the text.</returns>
    public float Write(
        string text,
        Pixel place,
        Alignment alignment,
        float size,
        Color color,
        bool bold = false,
        float rotation = 0
    )
    {
        var style = new LabelStyle
        {
            Text = text,
            FontName = FigureFont.Name,
            FontSize = size,
            Bold = bold,
            ForeColor = color,
            Alignment = alignment,
            Rotation = rotation,
        };
        using Paint paint = Paint.NewDisposablePaint();
        style.Render(canvas, place, paint);
        return style.Measure(paint).Width;
    }
}
