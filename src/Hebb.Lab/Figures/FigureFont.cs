using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>
/// The typeface of the figures, carried in this assembly: pictures look the same everywhere, and have text even on a
/// machine without fonts. It is Liberation Sans, whose letters are as wide as Arial's and Helvetica's.
/// </summary>
internal sealed class FigureFont : IFontResolver
{
    /// <summary>The typeface's name.</summary>
    public const string Name = "Liberation Sans";

    /// <summary>The names under which a reader of an SVG finds this typeface or one of equal widths.</summary>
    public const string Family = "Liberation Sans, Arial, Helvetica, sans-serif";

    private static readonly Lazy<FigureFont> Installed = new(() =>
    {
        var font = new FigureFont();

        // ScottPlot asks the resolvers in their order; the machine's own fonts come after this one.
        ScottPlot.Fonts.FontResolvers.Insert(0, font);
        return font;
    });

    /// <summary>Makes the typeface known to ScottPlot; further calls do nothing.</summary>
    public static void Install() => _ = Installed.Value;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        string.Equals(fontName, Name, StringComparison.Ordinal) ? Load(weight >= FontWeight.SemiBold) : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        string.Equals(fontName, Name, StringComparison.Ordinal) ? Load(bold) : null;

    /// <summary>Loads the typeface.</summary>
    /// <param name="bold">Whether it is the bold one.</param>
    internal static SKTypeface Load(bool bold)
    {
        var resource = bold ? "LiberationSans-Bold.ttf" : "LiberationSans-Regular.ttf";
        using Stream stream =
            typeof(FigureFont).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is missing in this assembly.");
        return SKTypeface.FromStream(stream);
    }
}
