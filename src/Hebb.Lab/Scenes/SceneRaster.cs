using System.Runtime.InteropServices;
using Hebb.Environments.Scenes;
using SkiaSharp;

namespace Hebb.Lab.Scenes;

/// <summary>A scene in a few dots, each of one colour or none: what a terminal can show.</summary>
public sealed class SceneRaster
{
    // No colour of a scene is transparent.
    private const byte Opaque = byte.MaxValue;
    private const int BytesPerDot = 4;

    private readonly byte[] _pixels;

    private SceneRaster(int width, int height, byte[] pixels)
    {
        Width = width;
        Height = height;
        _pixels = pixels;
    }

    /// <summary>Dots side by side.</summary>
    public int Width { get; }

    /// <summary>Dots one above the other.</summary>
    public int Height { get; }

    /// <summary>The colour of a dot; null where nothing was drawn.</summary>
    /// <param name="column">From 0 on the left.</param>
    /// <param name="row">From 0 at the top.</param>
    public SceneColor? this[int column, int row]
    {
        get
        {
            var dot = BytesPerDot * ((row * Width) + column);
            return _pixels[dot + BytesPerDot - 1] == 0 ? null : (SceneColor)_pixels[dot];
        }
    }

    /// <summary>Draws a scene, all but its writing; dots are as wide as they are high.</summary>
    /// <param name="width">Dots side by side; at least 1.</param>
    /// <param name="height">Dots one above the other; at least 1.</param>
    public static SceneRaster Draw(Scene scene, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var bitmap = new SKBitmap(info);
        using var canvas = new SKCanvas(bitmap);
        var pen = new ScenePen(canvas, Frame(scene, width, height), Mark, smooths: false);
        foreach (SceneShape shape in scene.Shapes)
        {
            pen.Draw(shape);
        }

        var pixels = new byte[info.BytesSize];
        Marshal.Copy(bitmap.GetPixels(), pixels, 0, pixels.Length);
        return new SceneRaster(width, height, pixels);
    }

    /// <summary>The dot that a point of a scene falls on; it may lie outside of the raster.</summary>
    public (int Column, int Row) Place(Scene scene, ScenePoint point)
    {
        ArgumentNullException.ThrowIfNull(scene);
        SKPoint place = Frame(scene, Width, Height).Place(point);
        return ((int)Math.Floor(place.X), (int)Math.Floor(place.Y));
    }

    private static SceneFrame Frame(Scene scene, int width, int height) => new(scene, SKRect.Create(width, height));

    // The number of the role in place of a colour.
    private static SKColor Mark(SceneColor color) => new((byte)color, 0, 0, Opaque);
}
