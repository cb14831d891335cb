namespace Hebb.Environments.Scenes;

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
