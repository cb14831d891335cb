using System.ComponentModel.DataAnnotations;
using Hebb.Lab.Configurations;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>The options of the report's Figure 4: which methods play how many episodes from how many seeds.</summary>
public sealed record Figure4Options : StudyOptions
{
    private const int StandardEpisodes = 1000;

    // In so many steps each of eight environments side by side ends an episode, even of 200 steps.
    private const long LeastSteps = 2000;

    /// <summary>The seeds of each method.</summary>
    [StudyOption(IsAlwaysPrinted = true)]
    public SeedSet Seeds { get; init; } = SeedSet.Range(0, 19);

    /// <summary>How many episodes each run of the report's methods has; at least 1. Agents learn as many steps as <see cref="StepsOf"/> says.</summary>
    [
        StudyOption(
            Description = "How many episodes each run of the report's methods has; agents learn their budget of steps, in proportion.",
            IsAlwaysPrinted = true
        ),
        Range(1, 10_000_000)
    ]
    public int Episodes { get; init; } = StandardEpisodes;

    /// <summary>The environment steps of an agent's run: with the standard number of episodes its budget, otherwise in proportion.</summary>
    /// <param name="budget">Its budget.</param>
    public long StepsOf(long budget) => Math.Max(LeastSteps, budget * Episodes / StandardEpisodes);

    /// <summary>The methods, in the order of the catalogue.</summary>
    [StudyOption(Noun = "method", RecordOrder = -1)]
    public IReadOnlyList<Figure4Method> Methods { get; init; } = Figure4Methods.All;

    /// <inheritdoc/>
    public override JsonObject ToJson()
    {
        JsonObject json = base.ToJson();
        json.Insert(1, "experiment", Figure4Study.StandardName);
        return json;
    }
}
