using Hebb.Environments.Scenes;
using SkiaSharp;

namespace Hebb.Lab.Scenes;

/// <summary>Where the points of a scene lie in a picture: as large as fits, in the middle, with the scene's proportions.</summary>
internal readonly struct SceneFrame
{
    private readonly Scene _scene;
    private readonly double _left;
    private readonly double _top;

    /// <summary>Fits a scene into a part of a picture.</summary>
    /// <param name="area">The part, in pixels.</param>
    public SceneFrame(Scene scene, SKRect area)
    {
        _scene = scene;
        Scale = Math.Min(area.Width / scene.Width, area.Height / scene.Height);
        _left = area.Left + ((area.Width - (Scale * scene.Width)) / 2);
        _top = area.Top + ((area.Height - (Scale * scene.Height)) / 2);
    }

    /// <summary>Pixels for each of the environment's units.</summary>
    public double Scale { get; }

    /// <summary>The part of the picture that shows the scene.</summary>
    public SKRect Bounds =>
        SKRect.Create((float)_left, (float)_top, (float)(Scale * _scene.Width), (float)(Scale * _scene.Height));

    /// <summary>Where a point lies.</summary>
    public SKPoint Place(ScenePoint point) =>
        new((float)(_left + (Scale * (point.X - _scene.Left))), (float)(_top + (Scale * (_scene.Top - point.Y))));

    /// <summary>A length in pixels.</summary>
    public float Length(double length) => (float)(Scale * length);
}
