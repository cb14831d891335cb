using Hebb.Environments.Scenes;

namespace Hebb.Environments.Control;

/// <summary>Two links that hang from a fixed joint at the origin, and the height that the free end is to reach.</summary>
internal static class AcrobotScene
{
    private const double Reach = 2.25;
    private const double LinkWidth = 0.16;
    private const double LetterHeight = 0.17;

    /// <summary>Draws it.</summary>
    /// <param name="firstAngle">The angle of the first link from hanging, in radians, positive to the right.</param>
    public static Scene Draw(double firstAngle, double secondAngle, double linkLength, double heightToReach)
    {
        var pivot = new ScenePoint(0, 0);
        ScenePoint elbow = End(pivot, firstAngle, linkLength);
        ScenePoint end = End(elbow, firstAngle + secondAngle, linkLength);
        SceneColor second = end.Y > heightToReach ? SceneColor.Goal : SceneColor.Accent;
        return new Scene(
            -Reach,
            -Reach,
            2 * Reach,
            2 * Reach,
            [
                new SceneSegment(
                    new ScenePoint(-Reach, heightToReach),
                    new ScenePoint(Reach, heightToReach),
                    SceneColor.Goal,
                    0.015
                )
                {
                    IsDashed = true,
                },
                new SceneText(
                    new ScenePoint(-Reach + 0.1, heightToReach + 0.17),
                    "to reach",
                    LetterHeight,
                    SceneAlignment.Left,
                    SceneColor.Muted
                ),
                new SceneSegment(new ScenePoint(-0.3, 0), new ScenePoint(0.3, 0), SceneColor.Faint, 0.06),
                new SceneSegment(pivot, elbow, SceneColor.Fill, LinkWidth),
                new SceneSegment(elbow, end, second, LinkWidth),
                .. Joint(pivot),
                .. Joint(elbow),
                new SceneDisc(end, 0.05, SceneColor.Paper),
            ]
        );
    }

    private static ScenePoint End(ScenePoint joint, double angle, double length)
    {
        var (sine, cosine) = Math.SinCos(angle);
        return joint.Moved(length * sine, -length * cosine);
    }

    private static SceneShape[] Joint(ScenePoint place) =>
        [new SceneDisc(place, 0.13, SceneColor.Ink), new SceneDisc(place, 0.06, SceneColor.Paper)];
}
