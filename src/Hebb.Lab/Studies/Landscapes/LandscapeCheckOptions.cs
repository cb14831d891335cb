using System.ComponentModel.DataAnnotations;
using Hebb.Lab.Configurations;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>What is measured: networks of every depth and feedback, from several seeds, before and after learning.</summary>
public sealed record LandscapeCheckOptions : StudyOptions
{
    /// <summary>The hidden layers; each at least 1.</summary>
    [StudyOption(Description = "The hidden layers"), Range(1, 8)]
    public IReadOnlyList<int> Depths { get; init; } = [1, 2, 3];

    /// <summary>gamma, how strongly each layer drives the one before; each positive.</summary>
    [StudyOption(Description = "The strengths gamma of the feedback")]
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public IReadOnlyList<double> Feedbacks { get; init; } = [1, 0.3, 0.1, 0.03];

    /// <summary>What gamma sigma^2 of a connection is kept below; positive, infinite for no limit.</summary>
    [StudyOption(
        Name = "--limit",
        Description = "The limit on gamma sigma^2 of every connection during training; by default there is none."
    )]
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double FeedbackLimit { get; init; } = double.PositiveInfinity;

    /// <summary>The sweeps of the free phase; at least 1.</summary>
    [StudyOption(Description = "The sweeps of the free phase."), Range(1, 10_000)]
    public int FreeSweeps { get; init; } = 5;

    /// <summary>The sweeps of a nudged phase; at least 1.</summary>
    [StudyOption(Description = "The sweeps of a nudged phase."), Range(1, 10_000)]
    public int NudgedSweeps { get; init; } = 3;

    /// <summary>The nudging strength; where it is null, <see cref="BetaOf"/> takes it from the feedback. Positive.</summary>
    [StudyOption(Description = "The nudging strength; by default min(1, 0.1 / gamma^2).")]
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double? Beta { get; init; }

    /// <summary>The estimator of actor and critic: one of the catalogue.</summary>
    [StudyOption(Description = "How actor and critic learn")]
    [AllowedValues("symmetric", "recurrent-backprop", "backprop")]
    public string Estimator { get; init; } = "symmetric";

    /// <summary>The seeds.</summary>
    [StudyOption(Description = "The seeds of each depth and feedback: 0..19, 7 or 1,5,9.")]
    public SeedSet Seeds { get; init; } = SeedSet.Range(0, 2);

    /// <summary>
    /// The environment steps that an agent learns for before it is measured again, its learning rate and clipping range falling
    /// to 0; at least 1.
    /// </summary>
    [StudyOption(Description = "The environment steps of training before a network is measured again.")]
    [Range(1, 1_000_000_000)]
    public long Steps { get; init; } = 20_000;

    /// <summary>The inputs that a network is measured on; at least 1.</summary>
    public int Inputs { get; init; } = 32;

    /// <summary>The agents to be trained, those that take longest first.</summary>
    public IReadOnlyList<LandscapeCase> Cases =>
        [
            .. from depth in Depths
            orderby depth descending
            from feedback in Feedbacks
            from seed in Seeds.Values
            select new LandscapeCase(depth, feedback, seed),
        ];

    /// <summary>
    /// The nudging strength at a feedback: that of <see cref="Beta"/>, or else 1, or less where feedback is strong, so that
    /// beta gamma^2, what reaches two layers down, is 0.1 at most.
    /// </summary>
    /// <param name="feedback">gamma.</param>
    public double BetaOf(double feedback) => Beta ?? Math.Min(1, 0.1 / (feedback * feedback));

    /// <summary>A feedback as tables and files show it.</summary>
    /// <param name="feedback">gamma.</param>
    public static string Text(double feedback) => feedback.ToString(CultureInfo.InvariantCulture);
}
