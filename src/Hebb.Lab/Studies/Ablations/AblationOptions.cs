using System.ComponentModel.DataAnnotations;
using Hebb.Lab.Configurations;
using Hebb.Lab.Studies.Ablations.Series;
using Hebb.Lab.Training;

namespace Hebb.Lab.Studies.Ablations;

/// <summary>The options of the ablation: which series of agents learn, for how long and from which seeds.</summary>
internal sealed record AblationOptions : StudyOptions
{
    /// <summary>The series, in the order of the tables.</summary>
    [StudyOption(Noun = "study", Plural = "studies")]
    public IReadOnlyList<AblationSeries> Studies { get; init; } = Ablation.Studies;

    /// <summary>The seeds.</summary>
    [StudyOption(IsAlwaysPrinted = true)]
    public SeedSet Seeds { get; init; } = Ablation.Seeds;

    /// <summary>The environment steps of every run; at least 1.</summary>
    [StudyOption(Description = "The environment steps of training in every run."), Range(1, 1e12)]
    public long Steps { get; init; } = Ablation.StandardSteps;

    /// <summary>What the results depend on.</summary>
    public TrainingConfiguration Configuration => Ablation.Configuration(Studies, Seeds, Steps);
}
