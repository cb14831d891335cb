using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>A dashed line through points; see <see cref="DashedLine"/> for why it is not ScottPlot's own.</summary>
/// <param name="xs">Where the points are; all are numbers.</param>
/// <param name="ys">Their heights; all are numbers.</param>
internal sealed class DashedCurve(double[] xs, double[] ys, CurveStyle style) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        if (xs.Length == 0)
        {
            return;
        }

        using var path = new SKPath();
        path.MoveTo(Axes.GetPixelX(xs[0]), Axes.GetPixelY(ys[0]));
        foreach (var (x, y) in xs.Zip(ys).Skip(1))
        {
            path.LineTo(Axes.GetPixelX(x), Axes.GetPixelY(y));
        }

        using SKPaint paint = style.Paint();
        rp.Canvas.DrawPath(path, paint);
    }
}
