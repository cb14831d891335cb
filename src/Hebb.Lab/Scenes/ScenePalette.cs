using Hebb.Environments.Scenes;
using SkiaSharp;

namespace Hebb.Lab.Scenes;

/// <summary>The colours of scenes in pictures: those of the figures, on white.</summary>
internal static class ScenePalette
{
    /// <summary>The colour of a role.</summary>
    public static SKColor Of(SceneColor color) =>
        color switch
        {
            SceneColor.Paper => SKColors.White,
            SceneColor.Ink => new SKColor(0x1A, 0x1A, 0x1A),
            SceneColor.Muted => new SKColor(0x7A, 0x83, 0x8A),
            SceneColor.Faint => new SKColor(0xC3, 0xCA, 0xCF),
            SceneColor.Ground => new SKColor(0xE6, 0xEA, 0xED),
            SceneColor.Fill => new SKColor(0x45, 0x52, 0x5C),
            SceneColor.Accent => new SKColor(0x00, 0x72, 0xB2),
            SceneColor.Goal => new SKColor(0x00, 0x9E, 0x73),
            SceneColor.Warning => new SKColor(0xD5, 0x5E, 0x00),
            _ => throw new ArgumentOutOfRangeException(nameof(color), color, "There is no such colour."),
        };
}
