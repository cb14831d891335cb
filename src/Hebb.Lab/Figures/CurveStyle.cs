using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>How a curve is drawn.</summary>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Dashes">The lengths of its dashes and of the gaps between them; null where it is whole.</param>
internal sealed record CurveStyle(Color Color, float Width, float[]? Dashes = null)
{
    /// <summary>The paint of such a line.</summary>
    public SKPaint Paint() =>
        new()
        {
            Color = Color.ToSKColor(),
            StrokeWidth = Width,
            Style = SKPaintStyle.Stroke,
            StrokeJoin = SKStrokeJoin.Round,
            IsAntialias = true,
            PathEffect = Dashes is { } dashes ? SKPathEffect.CreateDash(dashes, 0) : null,
        };
}
