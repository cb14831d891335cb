using ScottPlot;

namespace Hebb.Lab.Studies.Benchmarks;

/// <summary>Where the parts of the benchmark's figure lie, in pixels: names at the left, a panel beside the other, a row an agent.</summary>
/// <param name="panels">How many panels there are; at least 1.</param>
/// <param name="rows">How many rows; at least 1.</param>
internal sealed class BenchmarkGrid(int panels, int rows)
{
    /// <summary>The room around the data in each panel: below for the numbers at the axis, at the right for the seeds that solved it.</summary>
    public static readonly PixelPadding Padding = new(12, 62, 40, 44);

    private const int Names = 400;
    private const int PanelWidth = 380;
    private const int RowHeight = 32;
    private const int Head = 150;
    private const int Foot = 50;

    // The head has room for its words beside one panel alone.
    private const int LeastWidth = 1300;

    /// <summary>The width of the whole figure.</summary>
    public int Width { get; } = Math.Max(Names + (panels * PanelWidth) + 20, LeastWidth);

    /// <summary>The height of the whole figure.</summary>
    public int Height { get; } = Head + (rows * RowHeight) + (int)(Padding.Top + Padding.Bottom) + Foot;

    /// <summary>Where a panel lies, its padding included.</summary>
    /// <param name="panel">Its place, from 0.</param>
    public PixelRect Rectangle(int panel)
    {
        float left = Names + (panel * PanelWidth);
        return new PixelRect(left, left + PanelWidth, Height - Foot, Head);
    }

    /// <summary>The height at which a row lies.</summary>
    /// <param name="row">Its place, from 0 at the top.</param>
    public static float Middle(int row) => Head + Padding.Top + ((row + 0.5f) * RowHeight);
}
