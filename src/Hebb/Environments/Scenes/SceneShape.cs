namespace Hebb.Environments.Scenes;

/// <summary>One thing to draw. Places and lengths, widths of lines included, are in the environment's units.</summary>
public abstract record SceneShape
{
    private protected SceneShape(SceneColor color) => Color = color;

    /// <summary>Its colour.</summary>
    public SceneColor Color { get; init; }
}

/// <summary>A straight line with round ends.</summary>
/// <param name="Width">How wide it is; 0 for the thinnest line that can be drawn.</param>
public sealed record SceneSegment(ScenePoint From, ScenePoint To, SceneColor Color, double Width) : SceneShape(Color)
{
    /// <summary>Whether it is dashed: a limit rather than a thing. Its ends are then blunt.</summary>
    public bool IsDashed { get; init; }
}

/// <summary>A line through some points.</summary>
/// <param name="Points">The points, at least two.</param>
/// <param name="Width">How wide it is; 0 for the thinnest line that can be drawn.</param>
public sealed record ScenePolyline(ImmutableArray<ScenePoint> Points, SceneColor Color, double Width)
    : SceneShape(Color);

/// <summary>A filled polygon.</summary>
/// <param name="Points">Its corners, at least three.</param>
public sealed record ScenePolygon(ImmutableArray<ScenePoint> Points, SceneColor Color) : SceneShape(Color);

/// <summary>A filled rectangle.</summary>
public sealed record SceneRectangle(double Left, double Bottom, double Width, double Height, SceneColor Color)
    : SceneShape(Color)
{
    /// <summary>The radius that its corners are rounded with; 0 for sharp ones.</summary>
    public double CornerRadius { get; init; }
}

/// <summary>A filled circle.</summary>
public sealed record SceneDisc(ScenePoint Centre, double Radius, SceneColor Color) : SceneShape(Color);

/// <summary>The outline of a circle.</summary>
/// <param name="Radius">The radius of the middle of the line.</param>
/// <param name="Width">How wide the line is; 0 for the thinnest line that can be drawn.</param>
public sealed record SceneCircle(ScenePoint Centre, double Radius, SceneColor Color, double Width) : SceneShape(Color);

/// <summary>A line of writing.</summary>
/// <param name="Height">The size of the letters, from line to line; a terminal has one size alone.</param>
/// <param name="Alignment">Which part of it lies on the place.</param>
public sealed record SceneText(ScenePoint Place, string Text, double Height, SceneAlignment Alignment, SceneColor Color)
    : SceneShape(Color);

/// <summary>A point of a scene, in the environment's units.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Upwards.</param>
public readonly record struct ScenePoint(double X, double Y)
{
    /// <summary>The point moved.</summary>
    /// <param name="right">How far to the right.</param>
    /// <param name="up">How far upwards.</param>
    public ScenePoint Moved(double right, double up) => new(X + right, Y + up);
}

/// <summary>Which part of a text lies on its point; in height it is always the middle.</summary>
public enum SceneAlignment
{
    /// <summary>Its beginning: the text goes to the right.</summary>
    Left,

    /// <summary>Its middle.</summary>
    Centre,

    /// <summary>Its end: the text goes to the left.</summary>
    Right,
}
