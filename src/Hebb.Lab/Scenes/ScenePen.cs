using Hebb.Environments.Scenes;
using SkiaSharp;

namespace Hebb.Lab.Scenes;

/// <summary>Draws shapes, all but their writing, whose size depends on what is drawn on.</summary>
/// <param name="smooths">Whether edges are mixed with what lies under them.</param>
internal sealed class ScenePen(SKCanvas canvas, SceneFrame frame, Func<SceneColor, SKColor> colors, bool smooths)
{
    private static readonly float[] Dash = [5, 4];

    /// <summary>Draws a shape.</summary>
    public void Draw(SceneShape shape)
    {
        using var paint = new SKPaint { Color = colors(shape.Color), IsAntialias = smooths };
        switch (shape)
        {
            case SceneSegment segment:
                DrawSegment(segment, paint);
                break;
            case ScenePolyline line:
                Stroke(paint, line.Width);
                paint.StrokeJoin = SKStrokeJoin.Round;
                DrawPath(line.Points, isClosed: false, paint);
                break;
            case ScenePolygon polygon:
                DrawPath(polygon.Points, isClosed: true, paint);
                break;
            case SceneRectangle rectangle:
                var corner = frame.Length(rectangle.CornerRadius);
                canvas.DrawRoundRect(Bounds(rectangle), corner, corner, paint);
                break;
            case SceneDisc disc:
                canvas.DrawCircle(frame.Place(disc.Centre), frame.Length(disc.Radius), paint);
                break;
            case SceneCircle circle:
                Stroke(paint, circle.Width);
                canvas.DrawCircle(frame.Place(circle.Centre), frame.Length(circle.Radius), paint);
                break;
            default:
                break;
        }
    }

    private void DrawSegment(SceneSegment segment, SKPaint paint)
    {
        Stroke(paint, segment.Width);
        using SKPathEffect? dash = segment.IsDashed ? SKPathEffect.CreateDash(Dash, 0) : null;
        paint.PathEffect = dash;
        paint.StrokeCap = segment.IsDashed ? SKStrokeCap.Butt : SKStrokeCap.Round;
        canvas.DrawLine(frame.Place(segment.From), frame.Place(segment.To), paint);
    }

    private void DrawPath(ImmutableArray<ScenePoint> points, bool isClosed, SKPaint paint)
    {
        using var builder = new SKPath();
        builder.AddPoly([.. points.Select(frame.Place)], isClosed);
        canvas.DrawPath(builder, paint);
    }

    // No line is thinner than a pixel: a fainter one would come and go as it moves.
    private void Stroke(SKPaint paint, double width)
    {
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = Math.Max(1, frame.Length(width));
    }

    private SKRect Bounds(SceneRectangle rectangle)
    {
        SKPoint corner = frame.Place(new ScenePoint(rectangle.Left, rectangle.Bottom + rectangle.Height));
        return SKRect.Create(corner.X, corner.Y, frame.Length(rectangle.Width), frame.Length(rectangle.Height));
    }
}
