namespace Hebb.Environments.Scenes;

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
