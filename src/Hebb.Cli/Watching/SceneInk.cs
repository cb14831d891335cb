using Hebb.Cli.Consoles;
using Hebb.Environments.Scenes;
using Spectre.Console;

namespace Hebb.Cli.Watching;

/// <summary>The colours that a terminal draws scenes in, on a background that may be dark or light.</summary>
public sealed class SceneInk
{
    // The terminal's own colour for writing.
    private const string Default = "39";

    /// <summary>The colours of terminals with 256 or more.</summary>
    public static SceneInk Many { get; } =
        new(
            new Dictionary<SceneColor, string>
            {
                [SceneColor.Paper] = Default,
                [SceneColor.Ink] = Default,
                [SceneColor.Muted] = Palette(245),
                [SceneColor.Faint] = Palette(242),
                [SceneColor.Ground] = Palette(240),
                [SceneColor.Fill] = Palette(246),
                [SceneColor.Accent] = Palette(33),
                [SceneColor.Goal] = Palette(35),
                [SceneColor.Warning] = Palette(208),
            }
        );

    private static readonly SceneInk Few = new(
        new Dictionary<SceneColor, string>
        {
            [SceneColor.Paper] = Default,
            [SceneColor.Ink] = Default,
            [SceneColor.Muted] = "90",
            [SceneColor.Faint] = "90",
            [SceneColor.Ground] = "90",
            [SceneColor.Fill] = Default,
            [SceneColor.Accent] = "94",
            [SceneColor.Goal] = "92",
            [SceneColor.Warning] = "91",
        }
    );

    // The number of the colour for each role, as the terminal's control sequences name it; none for no colours.
    private readonly Dictionary<SceneColor, string> _codes;

    private SceneInk(Dictionary<SceneColor, string> codes) => _codes = codes;

    /// <summary>No colours, and no control sequences.</summary>
    public static SceneInk Plain { get; } = new(new Dictionary<SceneColor, string>());

    /// <summary>The colours that a terminal has.</summary>
    internal static SceneInk Of(Terminal terminal) =>
        !terminal.IsLive
            ? Plain
            : terminal.Console.Profile.Capabilities.ColorSystem switch
            {
                ColorSystem.NoColors => Plain,
                ColorSystem.Legacy or ColorSystem.Standard => Few,
                _ => Many,
            };

    /// <summary>The control sequence from which on a colour is written; empty where there are none.</summary>
    /// <param name="color">The colour; null for the terminal's own.</param>
    public string Begin(SceneColor? color) =>
        _codes.Count == 0 ? "" : $"\e[{(color is { } role ? _codes[role] : Default)}m";

    private static string Palette(int number) => string.Create(CultureInfo.InvariantCulture, $"38;5;{number}");
}
