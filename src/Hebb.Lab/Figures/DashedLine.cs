using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>
/// A dashed line across a panel. ScottPlot's own leaves its dashes with the paint of all that is drawn after it, which vector drawings
/// cannot have on marks.
/// </summary>
/// <param name="isVertical">Whether it goes upwards.</param>
internal sealed class DashedLine(double place, bool isVertical, Color color) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using SKPathEffect dashes = SKPathEffect.CreateDash([10, 10], 0);
        using var paint = new SKPaint
        {
            Color = color.ToSKColor(),
            StrokeWidth = 2,
            Style = SKPaintStyle.Stroke,
            IsAntialias = true,
            PathEffect = dashes,
        };
        PixelRect data = rp.DataRect;
        if (isVertical)
        {
            var x = Axes.GetPixelX(place);
            rp.Canvas.DrawLine(x, data.Bottom, x, data.Top, paint);
        }
        else
        {
            var y = Axes.GetPixelY(place);
            rp.Canvas.DrawLine(data.Left, y, data.Right, y, paint);
        }
    }
}
