using Hebb.Lab.Summaries;
using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>One kind of line in a figure, as the legend shows it.</summary>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Dashed">Whether it is dashed.</param>
/// <param name="IsCross">Whether it is a cross, in place of a line.</param>
internal sealed record LegendSample(string Name, Color Color, float Width, bool Dashed = false, bool IsCross = false)
{
    private const float CrossReach = 5;
    private const float DotRadius = 5.5f;

    /// <summary>How long its dashes and the gaps between them are; null for the usual ones, where it is dashed.</summary>
    public float[]? Dashes { get; init; }

    /// <summary>Whether it is a dot, in place of a line.</summary>
    public bool IsDot { get; init; }

    /// <summary>A curve with its name.</summary>
    public static LegendSample Of(string name, CurveStyle style) =>
        new(name, style.Color, style.Width, Dashed: style.Dashes is not null) { Dashes = style.Dashes };

    /// <summary>The cross where the curve of a run that diverged ends.</summary>
    public static LegendSample Diverged { get; } =
        new("diverged: its curve ends", FigureColors.Note, PanelStyle.CrossWidth, IsCross: true);

    /// <summary>Draws the line.</summary>
    /// <param name="length">How long it is, in pixels.</param>
    public void Draw(SKCanvas canvas, Pixel from, float length)
    {
        using var paint = new SKPaint
        {
            Color = Color.ToSKColor(),
            StrokeWidth = Width,
            Style = SKPaintStyle.Stroke,
            IsAntialias = true,
            PathEffect = Dashed ? SKPathEffect.CreateDash(Dashes ?? [10, 5], 0) : null,
        };
        if (IsDot)
        {
            paint.Style = SKPaintStyle.Fill;
            canvas.DrawCircle(from.X + (length / 2), from.Y, DotRadius, paint);
            return;
        }

        if (!IsCross)
        {
            canvas.DrawLine(from.X, from.Y, from.X + length, from.Y, paint);
            return;
        }

        var (x, y) = (from.X + (length / 2), from.Y);
        canvas.DrawLine(x - CrossReach, y - CrossReach, x + CrossReach, y + CrossReach, paint);
        canvas.DrawLine(x - CrossReach, y + CrossReach, x + CrossReach, y - CrossReach, paint);
    }

    /// <summary>The lines of learning curves over seeds.</summary>
    /// <param name="threshold">The mean return from which the task counts as solved; null where there is none.</param>
    /// <param name="hasDiverged">Whether a curve ends where its run diverged.</param>
    public static IEnumerable<LegendSample> OfCurves(int seeds, double? threshold, bool hasDiverged)
    {
        if (seeds == 1)
        {
            yield return new("the seed", FigureColors.Mean, 3.5f);
        }
        else
        {
            yield return new("interquartile mean over seeds", FigureColors.Mean, 3.5f);
            if (seeds >= Criteria.LeastForInterval)
            {
                yield return new("its 95 % bootstrap interval", FigureColors.Band, 18);
            }

            yield return new(
                seeds > CurveBand.MostSeeds ? $"one seed (the first {CurveBand.MostSeeds})" : "one seed",
                FigureColors.Seed,
                1.5f
            );
        }

        if (hasDiverged)
        {
            yield return Diverged;
        }

        if (threshold is { } solvedAt)
        {
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"solved: {solvedAt} over {Criteria.Window} episodes"
            );
            yield return new(text, FigureColors.Threshold, 2, Dashed: true);
        }
    }
}
