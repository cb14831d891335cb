namespace Hebb.Environments.Scenes;

/// <summary>A bar below a scene: how much of an episode's time has gone by.</summary>
internal static class TimeScene
{
    // As parts of the scene's width and height together.
    private const double Strip = 0.02;
    private const double BarWidth = 0.003;

    /// <summary>Draws the bar in a strip that the scene is enlarged by.</summary>
    /// <param name="part">How much has gone by, from 0 to 1.</param>
    public static Scene Draw(Scene scene, double part)
    {
        var margin = 0.02 * scene.Width;
        var strip = Strip * (scene.Width + scene.Height);
        var height = scene.Bottom - (strip / 2);
        var from = new ScenePoint(scene.Left + margin, height);
        var length = scene.Width - (2 * margin);
        var width = BarWidth * (scene.Width + scene.Height);
        Scene larger = scene with { Bottom = scene.Bottom - strip, Height = scene.Height + strip };
        Scene empty = larger.With(new SceneSegment(from, from.Moved(length, 0), SceneColor.Faint, width));
        return part > 0
            ? empty.With(new SceneSegment(from, from.Moved(part * length, 0), SceneColor.Muted, width))
            : empty;
    }
}
