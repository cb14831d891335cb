using ScottPlot;

namespace Hebb.Lab.Figures;

/// <summary>One kind of line in a figure, as the legend shows it.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Dashed">Whether it is dashed.</param>
internal sealed record LegendSample(string Name, Color Color, float Width, bool Dashed = false);
