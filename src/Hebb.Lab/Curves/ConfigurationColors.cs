using ScottPlot;

namespace Hebb.Lab.Curves;

/// <summary>Colours that tell configurations apart, by every kind of sight: Okabe and Ito's, darkened where they are too light for lines.</summary>
internal static class ConfigurationColors
{
    private static readonly Color[] Hues = Array.ConvertAll(
        ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#C99700", "#56B4E9", "#6B3FA0", "#1A1A1A"],
        Color.FromHex
    );

    /// <summary>How many can be told apart.</summary>
    public static int Most => Hues.Length;

    /// <summary>What is drawn of the rest.</summary>
    public static Color Rest { get; } = Color.FromHex("#8A949C").WithAlpha(0.55);

    /// <summary>The colour of a configuration.</summary>
    /// <param name="place">Its place, from 0 and below <see cref="Most"/>.</param>
    public static Color Of(int place) => Hues[place];
}
