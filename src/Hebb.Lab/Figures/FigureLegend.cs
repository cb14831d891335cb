using ScottPlot;
using SkiaSharp;

namespace Hebb.Lab.Figures;

/// <summary>A legend: samples with their names from left to right, and on the next line where one is full.</summary>
internal sealed class FigureLegend
{
    private const float SampleWidth = 44;
    private const float BesideSample = 10;
    private const float Gap = 54;
    private const float LineHeight = 30;
    private const float Size = 19;

    private readonly List<(LegendSample Sample, string Name, float X, int Line)> _entries = [];
    private readonly int _lines;

    /// <summary>Lays samples out.</summary>
    /// <param name="width">The room, in pixels.</param>
    public FigureLegend(IEnumerable<LegendSample> samples, float width)
    {
        float x = 0;
        foreach (LegendSample sample in samples)
        {
            var name = FigureText.Fitted(sample.Name, width - SampleWidth - BesideSample, Size);
            var needed = SampleWidth + BesideSample + FigureText.Width(name, Size);
            if (x > 0 && x + needed > width)
            {
                x = 0;
                _lines++;
            }

            _entries.Add((sample, name, x, _lines));
            x += needed + Gap;
        }

        _lines += _entries.Count > 0 ? 1 : 0;
    }

    /// <summary>How high it is, in pixels.</summary>
    public int Height => (int)(_lines * LineHeight);

    /// <summary>Draws it.</summary>
    public void Draw(SKCanvas canvas, FigureText text, Pixel place)
    {
        foreach (var entry in _entries)
        {
            var at = new Pixel(place.X + entry.X, place.Y + ((entry.Line + 0.5f) * LineHeight));
            entry.Sample.Draw(canvas, at, SampleWidth);
            var beside = new Pixel(at.X + SampleWidth + BesideSample, at.Y);
            text.Write(entry.Name, beside, Alignment.MiddleLeft, Size, FigureColors.Text);
        }
    }
}
