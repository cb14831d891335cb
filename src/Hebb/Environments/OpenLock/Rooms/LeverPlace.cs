using Hebb.Environments.Scenes;

namespace Hebb.Environments.OpenLock.Rooms;

/// <summary>Where a lever or the door lies in the drawn room: the middle of its bar, which runs across the way that it is pushed.</summary>
/// <param name="Centre">The middle of the bar when it is pushed.</param>
/// <param name="Angle">The angle of the bar, in radians counterclockwise; it is pushed a quarter turn further.</param>
internal readonly record struct LeverPlace(ScenePoint Centre, double Angle)
{
    /// <summary>How far a lever travels, towards the middle of the room when it is pulled.</summary>
    public const double Travel = 2;

    /// <summary>Half the length of a bar.</summary>
    public const double HalfLength = 5;

    private static readonly LeverPlace[] Levers =
    [
        new(new ScenePoint(11, 11), -Math.PI / 4),
        new(new ScenePoint(0, 15), 0),
        new(new ScenePoint(-11, 11), Math.PI / 4),
        new(new ScenePoint(-15, 0), Math.PI / 2),
        new(new ScenePoint(-11, -11), 3 * Math.PI / 4),
        new(new ScenePoint(0, -15), -Math.PI),
        new(new ScenePoint(11, -11), 5 * Math.PI / 4),
    ];

    /// <summary>The door, closed.</summary>
    public static LeverPlace Door { get; } = new(new ScenePoint(15, 0), -Math.PI / 2);

    /// <summary>The place of a lever.</summary>
    public static LeverPlace Of(LeverPosition position) => Levers[(int)position];

    /// <summary>A point of the place.</summary>
    /// <param name="along">How far along the bar from its middle.</param>
    public ScenePoint Point(double along, double outwards)
    {
        var (sine, cosine) = Math.SinCos(Angle);
        return Centre.Moved((along * cosine) - (outwards * sine), (along * sine) + (outwards * cosine));
    }
}
