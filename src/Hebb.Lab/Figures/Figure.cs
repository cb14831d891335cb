using System.Text;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>A picture that is drawn once and written as pixels or as vectors.</summary>
public abstract partial class Figure
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
        xml = Renumbered(xml).Replace(FigureFont.Name, FigureFont.Family, StringComparison.Ordinal);
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }

    /// <summary>It as a PNG and as an SVG: the names of the files and what writes them.</summary>
    /// <param name="name">Their name, without an ending.</param>
    public IReadOnlyList<(string Name, Action<Stream> Write)> Files(string name) =>
        [($"{name}.png", WritePng), ($"{name}.svg", WriteSvg)];

    /// <summary>Draws everything.</summary>
    /// <param name="canvas">What is drawn on; white.</param>
    private protected abstract void Draw(SKCanvas canvas, FigureText text);

    // The library counts clips over everything that a process draws: the same figure is to have the same bytes every time.
    private static string Renumbered(string xml)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return ClipName()
            .Replace(
                xml,
                name =>
                {
                    numbers.TryAdd(name.Value, numbers.Count);
                    return string.Create(CultureInfo.InvariantCulture, $"cl_{numbers[name.Value]:x}");
                }
            );
    }

    [GeneratedRegex("(?<=id=\"|url\\(#)cl_[0-9a-f]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ClipName();

    private void DrawOnWhite(SKCanvas canvas)
    {
        canvas.Clear(SKColors.White);
        Draw(canvas, new FigureText(canvas));
    }
}
