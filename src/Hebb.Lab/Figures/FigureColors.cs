using ScottPlot;

namespace Hebb.Lab.Figures;

/// <summary>The colours of the figures: two of Okabe and Ito's set, told apart by every kind of sight, and greys.</summary>
internal static class FigureColors
{
    /// <summary>The mean over seeds, and its band.</summary>
    public static Color Mean { get; } = Color.FromHex("#0072B2");

    /// <summary>The band around the mean.</summary>
    public static Color Band { get; } = Mean.WithAlpha(0.28);

    /// <summary>One seed.</summary>
    public static Color Seed { get; } = Color.FromHex("#4A5560").WithAlpha(0.42);

    /// <summary>The threshold.</summary>
    public static Color Threshold { get; } = Color.FromHex("#D55E00");

    /// <summary>What was measured on the training examples.</summary>
    public static Color Training => Mean;

    /// <summary>What was measured on the test examples.</summary>
    public static Color Test => Threshold;

    /// <summary>Titles.</summary>
    public static Color Text { get; } = Color.FromHex("#1A1A1A");

    /// <summary>Labels and notes.</summary>
    public static Color Note { get; } = Color.FromHex("#4D4D4D");

    /// <summary>Lines of the grid and of the axes.</summary>
    public static Color Grid { get; } = Color.FromHex("#E3E6E8");

    /// <summary>The frame of a panel.</summary>
    public static Color Frame { get; } = Color.FromHex("#9AA3AA");
}
