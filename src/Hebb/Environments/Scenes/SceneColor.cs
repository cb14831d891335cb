namespace Hebb.Environments.Scenes;

/// <summary>What a colour stands for: pictures and terminals have colours of their own for each.</summary>
public enum SceneColor
{
    /// <summary>The background, for what is cut out of another shape.</summary>
    Paper,

    /// <summary>Outlines and writing.</summary>
    Ink,

    /// <summary>What helps to read the scene and is no part of it.</summary>
    Muted,

    /// <summary>The same, seen only by who looks for it.</summary>
    Faint,

    /// <summary>What things stand on.</summary>
    Ground,

    /// <summary>The body of a thing.</summary>
    Fill,

    /// <summary>What one looks at.</summary>
    Accent,

    /// <summary>What is to be reached, and what has reached it.</summary>
    Goal,

    /// <summary>What went wrong.</summary>
    Warning,
}
