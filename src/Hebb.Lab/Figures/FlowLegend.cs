using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>A legend of names of any length: from left to right, and on the next line where one is full.</summary>
internal sealed class FlowLegend
{
    private const float SampleWidth = 36;
    private const float BesideSample = 9;
    private const float Gap = 34;
    private const float LineHeight = 30;
    private const float Size = 18;

    private readonly List<(LegendSample Sample, string Name, float X, int Line)> _entries = [];

    /// <summary>Lays samples out.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="width">The room, in pixels.</param>
    public FlowLegend(IEnumerable<LegendSample> samples, float width)
    {
        float x = 0;
        foreach (LegendSample sample in samples)
        {
            var name = FigureText.Fitted(sample.Name, width - SampleWidth - BesideSample, Size);
            var needed = SampleWidth + BesideSample + FigureText.Width(name, Size);
            if (x > 0 && x + needed > width)
            {
                x = 0;
                Lines++;
            }

            _entries.Add((sample, name, x, Lines));
            x += needed + Gap;
        }

        Lines++;
    }

    /// <summary>How many lines it takes.</summary>
    public int Lines { get; }

    /// <summary>How high it is, in pixels.</summary>
    public int Height => (int)(Lines * LineHeight);

    /// <summary>Draws it.</summary>
    /// <param name="canvas">What is drawn on.</param>
    /// <param name="text">Writes on it.</param>
    /// <param name="place">Its upper left corner.</param>
    public void Draw(SKCanvas canvas, FigureText text, Pixel place)
    {
        foreach (var entry in _entries)
        {
            var y = place.Y + ((entry.Line + 0.5f) * LineHeight);
            var x = place.X + entry.X;
            entry.Sample.Draw(canvas, new Pixel(x, y), SampleWidth);
            var beside = new Pixel(x + SampleWidth + BesideSample, y);
            text.Write(entry.Name, beside, Alignment.MiddleLeft, Size, FigureColors.Text);
        }
    }
}
