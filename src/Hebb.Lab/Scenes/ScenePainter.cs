using Hebb.Environments.Scenes;
using Hebb.Lab.Figures;
using SkiaSharp;

namespace Hebb.Lab.Scenes;

/// <summary>Draws scenes as pictures of one size, with a line of words over each.</summary>
public sealed class ScenePainter : IDisposable
{
    /// <summary>The greatest width of a scene in a picture, in pixels, where nothing else is asked for.</summary>
    public const int StandardWidth = 620;

    /// <summary>The same of its height.</summary>
    public const int StandardHeight = 400;

    private const int CaptionHeight = 36;
    private const int Margin = 10;
    private const float LetterHeight = 15;
    private const float WordsApart = 16;

    private readonly SKImageInfo _size;
    private readonly SKTypeface _regular = FigureFont.Load(bold: false);
    private readonly SKTypeface _bold = FigureFont.Load(bold: true);

    /// <summary>Makes a painter of pictures.</summary>
    /// <param name="width">Their width in pixels; at least 64.</param>
    /// <param name="height">Their height; at least 64.</param>
    public ScenePainter(int width, int height)
    {
        const int Least = 64;
        ArgumentOutOfRangeException.ThrowIfLessThan(width, Least);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, Least);
        _size = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
    }

    /// <summary>
    /// The longest words that any of the pictures will have; known beforehand, all are written with letters of one size.
    /// </summary>
    public string LongestWords { get; set; } = "";

    /// <summary>The width of the pictures in pixels.</summary>
    public int Width => _size.Width;

    /// <summary>Their height.</summary>
    public int Height => _size.Height;

    /// <summary>A painter of pictures with the proportions of a scene.</summary>
    /// <param name="width">The greatest width of the scene in the picture, in pixels.</param>
    /// <param name="height">The same of its height.</param>
    public static ScenePainter Fitting(Scene scene, int width = StandardWidth, int height = StandardHeight)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var scale = Math.Min(width / scene.Width, height / scene.Height);
        return new ScenePainter(
            (int)Math.Round(scale * scene.Width) + (2 * Margin),
            (int)Math.Round(scale * scene.Height) + Margin + CaptionHeight
        );
    }

    /// <summary>Where a point of a scene lies in the picture of it, in pixels from the upper left.</summary>
    public (float X, float Y) Place(Scene scene, ScenePoint point)
    {
        ArgumentNullException.ThrowIfNull(scene);
        SKPoint place = new SceneFrame(scene, Area).Place(point);
        return (place.X, place.Y);
    }

    /// <summary>Draws a scene.</summary>
    /// <param name="words">Its progress, on the right; may be empty.</param>
    /// <returns>The picture, opaque, in red, green, blue and alpha of a byte each; the caller's to dispose of.</returns>
    public SKBitmap Paint(Scene scene, string title, string words)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(words);
        var picture = new SKBitmap(_size);
        using var canvas = new SKCanvas(picture);
        canvas.Clear(ScenePalette.Of(SceneColor.Paper));
        WriteCaption(canvas, title, words);
        var frame = new SceneFrame(scene, Area);
        canvas.ClipRect(frame.Bounds);
        var pen = new ScenePen(canvas, frame, ScenePalette.Of, smooths: true);
        foreach (SceneShape shape in scene.Shapes)
        {
            if (shape is SceneText text)
            {
                Write(canvas, frame, text);
            }
            else
            {
                pen.Draw(shape);
            }
        }

        return picture;
    }

    /// <summary>Draws a scene and writes it as a PNG.</summary>
    /// <param name="words">Its progress, on the right; may be empty.</param>
    /// <param name="stream">Where to; stays open.</param>
    public void WritePng(Scene scene, string title, string words, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using SKBitmap picture = Paint(scene, title, words);
        using SKData data = picture.Encode(SKEncodedImageFormat.Png, quality: 100);
        data.SaveTo(stream);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _regular.Dispose();
        _bold.Dispose();
    }

    private SKRect Area => new(Margin, CaptionHeight, Width - Margin, Height - Margin);

    // Not fitted to whole pixels: widths grow with the size, and letters that move do not jump.
    private static SKFont Font(SKTypeface typeface, float size) =>
        new(typeface, size)
        {
            Subpixel = true,
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
        };

    private void WriteCaption(SKCanvas canvas, string title, string words)
    {
        using var bold = Font(_bold, LetterHeight);
        using var regular = Font(_regular, LetterHeight);

        // Smaller letters where both would not fit on the line.
        var longest = Math.Max(regular.MeasureText(words), regular.MeasureText(LongestWords));
        var wanted = bold.MeasureText(title) + WordsApart + longest;
        bold.Size = regular.Size = Math.Min(LetterHeight, LetterHeight * (Width - (2 * Margin)) / wanted);
        var line = Margin + LetterHeight;
        using var paint = new SKPaint { IsAntialias = true, Color = ScenePalette.Of(SceneColor.Ink) };
        canvas.DrawText(title, Margin, line, SKTextAlign.Left, bold, paint);
        paint.Color = ScenePalette.Of(SceneColor.Muted);
        canvas.DrawText(words, Width - Margin, line, SKTextAlign.Right, regular, paint);
    }

    private void Write(SKCanvas canvas, SceneFrame frame, SceneText text)
    {
        using var font = Font(_regular, frame.Length(text.Height));
        using var paint = new SKPaint { IsAntialias = true, Color = ScenePalette.Of(text.Color) };
        SKPoint place = frame.Place(text.Place);
        SKTextAlign alignment = text.Alignment switch
        {
            SceneAlignment.Left => SKTextAlign.Left,
            SceneAlignment.Centre => SKTextAlign.Center,
            _ => SKTextAlign.Right,
        };

        // The middle of capital letters lies on the place.
        canvas.DrawText(text.Text, place.X, place.Y + (font.Metrics.CapHeight / 2), alignment, font, paint);
    }
}
