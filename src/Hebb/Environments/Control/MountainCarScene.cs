using Hebb.Environments.Scenes;

namespace Hebb.Environments.Control;

/// <summary>A car in the valley, tilted as the ground is, and the flag on the hill.</summary>
internal static class MountainCarScene
{
    private const double Left = -1.38;
    private const double Width = 2.1;
    private const double TopOfFlag = 0.24;
    private const double WheelRadius = 0.032;
    private const double WheelDistance = 0.058;
    private const int HillPieces = 120;

    // Along the ground and away from it, from the point where the car stands.
    private static readonly ScenePoint[] Body =
    [
        new(-0.105, 0.034),
        new(0.105, 0.034),
        new(0.108, 0.066),
        new(0.100, 0.076),
        new(0.060, 0.082),
        new(0.030, 0.120),
        new(-0.046, 0.120),
        new(-0.080, 0.082),
        new(-0.108, 0.076),
    ];

    private static readonly ScenePoint[] Window =
    [
        new(-0.060, 0.082),
        new(0.040, 0.082),
        new(0.020, 0.108),
        new(-0.040, 0.108),
    ];

    private static readonly ImmutableArray<ScenePoint> Hill =
    [
        .. Enumerable
            .Range(0, HillPieces + 1)
            .Select(piece => Left + (Width * piece / HillPieces))
            .Select(position => new ScenePoint(position, Ground(position))),
    ];

    /// <summary>The height of the ground.</summary>
    public static double Ground(double position) => (0.45 * Math.Sin(3 * position)) + 0.55;

    /// <summary>Draws it.</summary>
    public static Scene Draw(double position, double goal)
    {
        var foot = new ScenePoint(goal, Ground(goal));
        ScenePoint top = foot.Moved(0, TopOfFlag);
        var slope = Math.Atan(3 * 0.45 * Math.Cos(3 * position));
        SceneColor body = position >= goal ? SceneColor.Goal : SceneColor.Accent;
        return new Scene(
            Left,
            Bottom: 0,
            Width,
            Height: 1.3,
            [
                new ScenePolygon([.. Hill, new(Left + Width, 0), new(Left, 0)], SceneColor.Ground),
                new ScenePolyline(Hill, SceneColor.Muted, 0.01),
                new SceneSegment(foot, top, SceneColor.Ink, 0.01),
                new ScenePolygon([top, top.Moved(0.12, -0.042), top.Moved(0, -0.084)], SceneColor.Goal),
                new ScenePolygon([.. Body.Select(corner => Placed(corner, position, slope))], body),
                new ScenePolygon([.. Window.Select(corner => Placed(corner, position, slope))], SceneColor.Paper),
                .. Wheel(-WheelDistance, position, slope),
                .. Wheel(WheelDistance, position, slope),
            ]
        );
    }

    private static SceneShape[] Wheel(double along, double position, double slope)
    {
        ScenePoint centre = Placed(new ScenePoint(along, WheelRadius), position, slope);
        return
        [
            new SceneDisc(centre, WheelRadius, SceneColor.Ink),
            new SceneDisc(centre, WheelRadius / 3, SceneColor.Paper),
        ];
    }

    private static ScenePoint Placed(ScenePoint point, double position, double slope)
    {
        var (sine, cosine) = Math.SinCos(slope);
        return new ScenePoint(
            position + (point.X * cosine) - (point.Y * sine),
            Ground(position) + (point.X * sine) + (point.Y * cosine)
        );
    }
}
