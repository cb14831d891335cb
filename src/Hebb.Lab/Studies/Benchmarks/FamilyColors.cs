using Hebb.Agents;
using Hebb.Lab.Figures;
using ScottPlot;

namespace Hebb.Lab.Studies.Benchmarks;

/// <summary>
/// The colours of agents: a hue of Okabe and Ito's set for those that differ in how they learn alone, light for the backprop
/// twin; grey for those that have no twin in the figure.
/// </summary>
internal sealed class FamilyColors
{
    private const double TwinLightness = 0.55;

    private static readonly Color[] Hues = Array.ConvertAll(
        ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#B8860B", "#3A9AD9"],
        Color.FromHex
    );

    private readonly string[] _families;

    /// <summary>Gives the families their hues.</summary>
    /// <param name="agents">The agents of the figure, in their order.</param>
    public FamilyColors(IEnumerable<AgentEntry> agents) =>
        _families = [
            .. agents
                .GroupBy(agent => agent.Family, StringComparer.Ordinal)
                .Where(family => family.Any(agent => agent.Twin is not null))
                .Select(family => family.Key),
        ];

    /// <summary>The twin of the first family.</summary>
    public static Color Twin => Light(Hues[0]);

    /// <summary>The colours of a figure's agents, as its legend shows them.</summary>
    /// <param name="agents">The agents of the figure.</param>
    /// <param name="width">The width of a sample, in pixels.</param>
    public IEnumerable<LegendSample> Samples(IReadOnlyList<AgentEntry> agents, float width)
    {
        foreach (var (place, family) in _families.Index())
        {
            Color hue = Hues[place % Hues.Length];
            yield return new($"without backprop ({family})", hue, width);
            yield return new($"{family}, its backprop twin", Light(hue), width);
        }

        if (agents.Any(agent => !_families.Contains(agent.Family, StringComparer.Ordinal)))
        {
            yield return new("no twin", Alone, width);
        }
    }

    /// <summary>An agent without a twin.</summary>
    public static Color Alone { get; } = Color.FromHex("#7A838A");

    /// <summary>The colour of an agent.</summary>
    public Color Of(AgentEntry agent)
    {
        var family = Array.IndexOf(_families, agent.Family);
        if (family < 0)
        {
            return Alone;
        }

        Color hue = Hues[family % Hues.Length];
        return agent.Twin is null ? Light(hue) : hue;
    }

    private static Color Light(Color hue) => hue.MixedWith(Colors.White, TwinLightness);
}
