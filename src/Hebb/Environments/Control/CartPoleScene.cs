using Hebb.Environments.Scenes;

namespace Hebb.Environments.Control;

/// <summary>A cart on its track and the pole on it, with the limits that end the episode.</summary>
internal static class CartPoleScene
{
    /// <summary>The height of the hinge over the track.</summary>
    public const double HingeHeight = 0.3;

    private const double Left = -3;
    private const double Bottom = -0.36;
    private const double Width = 6;
    private const double Height = 1.84;
    private const double CartWidth = 0.52;
    private const double CartBottom = 0.08;
    private const double WheelRadius = 0.075;
    private const double WheelDistance = 0.15;
    private const double PoleWidth = 0.09;
    private const double LetterHeight = 0.17;

    /// <summary>Draws it.</summary>
    /// <param name="position">The position of the cart.</param>
    /// <param name="angle">The angle of the pole from upright, in radians, positive to the right.</param>
    /// <param name="positionLimit">How far the cart may be from the centre.</param>
    /// <param name="angleLimit">How far the pole may be from upright.</param>
    public static Scene Draw(double position, double angle, double poleLength, double positionLimit, double angleLimit)
    {
        var hinge = new ScenePoint(position, HingeHeight);
        var isLost = Math.Abs(position) > positionLimit || Math.Abs(angle) > angleLimit;
        SceneColor pole = isLost ? SceneColor.Warning : SceneColor.Accent;
        return new Scene(
            Left,
            Bottom,
            Width,
            Height,
            [
                Limit(-positionLimit),
                Limit(positionLimit),
                .. Mark(-positionLimit, FormattableString.Invariant($"\u2212{positionLimit:0.0}")),
                .. Mark(0, "0"),
                .. Mark(positionLimit, FormattableString.Invariant($"{positionLimit:0.0}")),
                new SceneSegment(new ScenePoint(Left, 0), new ScenePoint(Left + Width, 0), SceneColor.Muted, 0.02),
                AngleLimit(hinge, -angleLimit, poleLength),
                AngleLimit(hinge, angleLimit, poleLength),
                new SceneDisc(new ScenePoint(position - WheelDistance, WheelRadius), WheelRadius, SceneColor.Ink),
                new SceneDisc(new ScenePoint(position + WheelDistance, WheelRadius), WheelRadius, SceneColor.Ink),
                new SceneRectangle(
                    position - (CartWidth / 2),
                    CartBottom,
                    CartWidth,
                    HingeHeight - CartBottom,
                    SceneColor.Fill
                )
                {
                    CornerRadius = 0.04,
                },
                new SceneSegment(hinge, Tip(hinge, angle, poleLength), pole, PoleWidth),
                new SceneDisc(hinge, 0.075, SceneColor.Ink),
                new SceneDisc(hinge, 0.035, SceneColor.Paper),
            ]
        );
    }

    private static ScenePoint Tip(ScenePoint hinge, double angle, double length)
    {
        var (sine, cosine) = Math.SinCos(angle);
        return hinge.Moved(length * sine, length * cosine);
    }

    private static SceneSegment AngleLimit(ScenePoint hinge, double angle, double length) =>
        new(hinge, Tip(hinge, angle, length), SceneColor.Faint, 0.015) { IsDashed = true };

    private static SceneSegment Limit(double position) =>
        new(new ScenePoint(position, 0), new ScenePoint(position, HingeHeight + 1), SceneColor.Faint, 0.015)
        {
            IsDashed = true,
        };

    private static SceneShape[] Mark(double position, string text) =>
        [
            new SceneSegment(new ScenePoint(position, 0), new ScenePoint(position, -0.05), SceneColor.Muted, 0.02),
            new SceneText(new ScenePoint(position, -0.18), text, LetterHeight, SceneAlignment.Centre, SceneColor.Muted),
        ];
}
