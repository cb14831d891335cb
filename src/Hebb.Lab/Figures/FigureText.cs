using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>Draws the words around the panels.</summary>
internal sealed class FigureText(SKCanvas canvas)
{
    /// <summary>Writes a line of text.</summary>
    /// <param name="place">Where, in pixels.</param>
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
        if (text.Length == 0)
        {
            return 0;
        }

        LabelStyle style = Style(text, size, bold);
        style.ForeColor = color;
        style.Alignment = alignment;
        style.Rotation = rotation;
        using Paint paint = Paint.NewDisposablePaint();
        style.Render(canvas, place, paint);
        return style.Measure(paint).Width;
    }

    /// <summary>Breaks a text between its words into lines that are no wider than they may be; a word alone may be.</summary>
    /// <param name="width">The greatest width, in pixels.</param>
    /// <param name="bold">Whether they are bold.</param>
    public static IReadOnlyList<string> Lines(string text, float width, float size, bool bold = false)
    {
        using Paint paint = Paint.NewDisposablePaint();
        var lines = new List<string>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines.Count == 0 ? word : $"{lines[^1]} {word}";
            if (lines.Count > 0 && Style(longer, size, bold).Measure(paint).Width <= width)
            {
                lines[^1] = longer;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    /// <summary>The width of a text, in pixels.</summary>
    /// <param name="bold">Whether they are bold.</param>
    public static float Width(string text, float size, bool bold = false)
    {
        using Paint paint = Paint.NewDisposablePaint();
        return Style(text, size, bold).Measure(paint).Width;
    }

    /// <summary>A text that is no wider than it may be: what is too long loses letters from its middle, as its ends tell more.</summary>
    /// <param name="width">The greatest width, in pixels.</param>
    public static string Fitted(string text, float width, float size)
    {
        var fitted = text;
        for (var kept = text.Length - 1; kept > 2 && Width(fitted, size) > width; kept--)
        {
            fitted = $"{text[..((kept + 1) / 2)]}\u2026{text[^(kept / 2)..]}";
        }

        return fitted;
    }

    private static LabelStyle Style(string text, float size, bool bold) =>
        new()
        {
            Text = text,
            FontName = FigureFont.Name,
            FontSize = size,
            Bold = bold,
        };
}
