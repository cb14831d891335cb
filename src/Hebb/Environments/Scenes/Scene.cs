namespace Hebb.Environments.Scenes;

/// <summary>
/// What an environment looks like at one moment, as data: a part of the plane and the shapes in it, in the environment's own
/// units. Who shows it chooses sizes, colours and the letters.
/// </summary>
/// <param name="Left">The left edge of what is to be seen.</param>
/// <param name="Width">Its width; positive.</param>
/// <param name="Height">Its height; positive.</param>
/// <param name="Shapes">What is in it, in the order in which it is drawn: later shapes cover earlier ones.</param>
public sealed record Scene(double Left, double Bottom, double Width, double Height, ImmutableArray<SceneShape> Shapes)
{
    /// <summary>The right edge.</summary>
    public double Right => Left + Width;

    /// <summary>The upper edge.</summary>
    public double Top => Bottom + Height;

    /// <summary>The scene with further shapes over it.</summary>
    /// <param name="shapes">The shapes, in the order in which they are drawn.</param>
    public Scene With(params ReadOnlySpan<SceneShape> shapes) => this with { Shapes = [.. Shapes, .. shapes] };
}
