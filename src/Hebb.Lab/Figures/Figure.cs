using System.Text;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>A picture that is drawn once and written as pixels or as vectors.</summary>
public abstract class Figure
{
    private protected Figure() => FigureFont.Install();

    /// <summary>Its width in pixels.</summary>
    private protected abstract int Width { get; }

    /// <summary>Its height in pixels.</summary>
    private protected abstract int Height { get; }

    /// <summary>Writes the figure as a PNG.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public void WritePng(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        DrawOnWhite(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(stream);
    }

    /// <summary>Writes the figure as an SVG.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public void WriteSvg(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var drawing = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), drawing))
        {
            DrawOnWhite(canvas);
        }

        var xml = Encoding.UTF8.GetString(drawing.GetBuffer(), 0, (int)drawing.Length);
        xml = xml.Replace(FigureFont.Name, FigureFont.Family, StringComparison.Ordinal);
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }

    /// <summary>Draws everything.</summary>
    /// <param name="canvas">What is drawn on; white.</param>
    /// <param name="text">Writes on it.</param>
    private protected abstract void Draw(SKCanvas canvas, FigureText text);

    private void DrawOnWhite(SKCanvas canvas)
    {
        canvas.Clear(SKColors.White);
        Draw(canvas, new FigureText(canvas));
    }
}
