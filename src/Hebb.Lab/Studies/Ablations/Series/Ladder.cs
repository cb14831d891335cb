using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Settings;

namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>
/// The way from the report's rule to a working agent. A step is the working agent with all later changes undone, so that the last
/// step is the agent itself; undone alone, each change gives what the agent is without it.
/// </summary>
/// <typeparam name="TSettings">What the agent is made of.</typeparam>
/// <param name="scaled">The name of a second step, the report's rule with observations in units near one; null for none.</param>
/// <param name="changes">The changes, the first of which begins with all others undone.</param>
internal sealed class Ladder<TSettings>(
    string name,
    AgentVariants<TSettings> variants,
    Func<TSettings, double> rate,
    string ratePath,
    string? scaled,
    ImmutableArray<AblationChange<TSettings>> changes
)
    where TSettings : class, ISettings
{
    private static readonly double[] Rates = [0.01, 0.1, 1];

    private readonly ImmutableArray<AgentEntry> _reported = Reported(name, scaled);

    /// <summary>The steps, and the agent's backprop twin as the last row.</summary>
    public ImmutableArray<AgentEntry> Steps(string twin) =>
        [
            .. _reported,
            .. Enumerable.Range(0, changes.Length - 1).Select(place => Step(place, changes[place].Rate)),
            variants.Origin with
            {
                Title = $"{changes[^1].Title} = {variants.Origin.Name}",
            },
            Twin(twin),
        ];

    /// <summary>The agent, what it is without each change alone and otherwise changed, and its backprop twin.</summary>
    public ImmutableArray<AgentEntry> Without(IEnumerable<AgentEntry> others, string twin) =>
        [
            variants.Origin with
            {
                Title = $"{variants.Origin.Name}, as it is",
            },
            .. changes
                .Where(change => change.Lack.Length > 0)
                .Select(change =>
                    variants.With(
                        $"{variants.Origin.Name}-without-{change.Name}",
                        change.Lack,
                        settings => Undo(settings, change),
                        change.ScalesObservations
                    )
                ),
            .. others,
            Twin(twin),
        ];

    /// <summary>Every step but the last at three learning rates: the panels of a study of sensitivity.</summary>
    public ImmutableArray<SensitivityAxis> AtRates() =>
        [
            .. Enumerable
                .Range(0, changes.Length - 1)
                .Select(place => new SensitivityAxis(
                    changes[place].Title,
                    changes[place].Rate,
                    [.. Rates.Select(rate => new SensitivityPoint(rate, Step(place, rate)))]
                )),
        ];

    private AgentEntry Step(int place, double factor)
    {
        AblationChange<TSettings> last = changes[place];
        var suffix = factor == last.Rate ? "" : string.Create(CultureInfo.InvariantCulture, $"-rate-{factor}");
        return variants.With(
            $"{name}-{_reported.Length + place + 1}-{last.Name}{suffix}",
            last.Title,
            settings => Paced(UndoAfter(place, settings), factor),
            changes[(place + 1)..].Any(change => change.ScalesObservations)
        );
    }

    // From the end: what a later change replaced is there again when an earlier one is undone.
    private TSettings UndoAfter(int place, TSettings settings) =>
        changes[(place + 1)..].Reverse().Aggregate(settings, Undo);

    private TSettings Undo(TSettings settings, AblationChange<TSettings> change) =>
        change.Undo(variants.Change(settings, change.Without));

    private TSettings Paced(TSettings settings, double factor) =>
        variants.Change(
            settings,
            [string.Create(CultureInfo.InvariantCulture, $"{ratePath}={factor * rate(settings)}")]
        );

    // The report's rule to the letter, and perhaps the same with observations in units near one.
    private static ImmutableArray<AgentEntry> Reported(string name, string? scaled)
    {
        AgentEntry reported = CatalogueSet.Standard.Agents.Find($"report-{name}-ep-as-published") with
        {
            Title = "the report's rule, to the letter",
        };
        return scaled is null
            ? [reported]
            : [reported, reported with { Name = scaled, Title = "+ observations scaled", ObservesRaw = false }];
    }

    private AgentEntry Twin(string title) =>
        CatalogueSet.Standard.Agents.Find(variants.Origin.Twin!) with
        {
            Title = title,
        };
}

/// <summary>One thing by which a working agent differs from the report's.</summary>
/// <typeparam name="TSettings">What the agent is made of.</typeparam>
/// <param name="Title">What it adds, as a row of a ladder says it.</param>
/// <param name="Without">The settings that take it off an agent that has it, such as <c>returnSteps=1</c>.</param>
internal sealed record AblationChange<TSettings>(string Name, string Title, params string[] Without)
{
    /// <summary>What an agent is that lacks it alone.</summary>
    public string Lack { get; init; } = "";

    /// <summary>Takes it off where settings cannot say it.</summary>
    public Func<TSettings, TSettings> Undo { get; init; } = settings => settings;

    /// <summary>Whether it is the scaling of observations, which is not among the settings.</summary>
    public bool ScalesObservations { get; init; }

    /// <summary>
    /// The factor of the learning rate at which the step of the ladder that ends with it did best, of 1, 1/10 and 1/100: nothing is to fail
    /// for its rate alone. Chosen on seeds 0 to 19, DQN's on seeds 0 to 3 with 60,000 steps.
    /// </summary>
    public double Rate { get; init; } = 1;
}
