using System.Text.Json.Serialization;
using Hebb.Lab.Records;

namespace Hebb.Lab.Runs;

/// <summary>
/// What is known of one run, its <c>run.json</c>: written when the run begins, with every checkpoint, and when all else is
/// written at its end. Of supervised training, steps are training examples and episodes are epochs.
/// </summary>
/// <param name="FormatVersion">The version of this layout; <see cref="CurrentFormatVersion"/>.</param>
/// <param name="Agent">The agent's name; <c>supervised</c> of supervised training.</param>
/// <param name="Environment">The environment's name; the dataset's of supervised training.</param>
/// <param name="Steps">The environment steps that it was to learn for; null where its budget is one of episodes.</param>
/// <param name="StepsTaken">Those that it took: more where its environments side by side do not divide them.</param>
/// <param name="Episodes">The episodes that ended.</param>
/// <param name="SolvedAt">
/// The environment steps at the end of the first episode at which the mean return of the last 100 was at the environment's
/// threshold; null if never.
/// </param>
/// <param name="Last100">The mean return of the last 100 episodes, or of all where there are fewer; null where there is none.</param>
/// <param name="GreedyReturns">The returns of the greedy episodes; null where there were none.</param>
/// <param name="Seconds">The wall time of the learning, on one core.</param>
/// <param name="MicrosecondsPerStep">The same for each environment step.</param>
/// <param name="DivergedAt">
/// The environment steps at the end of the first episode after which a parameter was NaN or infinite; null when all stayed
/// finite.
/// </param>
public sealed record RunRecord(
    int FormatVersion,
    string Agent,
    string Environment,
    ulong Seed,
    long? Steps,
    long StepsTaken,
    int Episodes,
    long? SolvedAt,
    double? Last100,
    ImmutableArray<double>? GreedyReturns,
    double Seconds,
    double MicrosecondsPerStep,
    long? DivergedAt
)
{
    /// <summary>The version that this program writes and reads.</summary>
    public const int CurrentFormatVersion = 3;

    /// <summary>The version before, which had no seal: a run is made one of this version from its checkpoint.</summary>
    internal const int UnsealedFormatVersion = 2;

    /// <summary>The name of the experiment that the run belongs to.</summary>
    public string Experiment { get; init; } = "";

    /// <summary>A hash of the whole configuration without the seed, in hexadecimal digits.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The progress of the run.</summary>
    public RunStatus Status { get; init; } = RunStatus.Finished;

    /// <summary>The episodes that it was to learn for; null where its budget is one of steps.</summary>
    public long? EpisodeBudget { get; init; }

    /// <summary>The best mean return of 100 episodes in a row; null where there are fewer.</summary>
    public double? Best100 { get; init; }

    /// <summary>The episode with which the run was solved, from 1; null if never.</summary>
    public long? SolvedAtEpisode { get; init; }

    /// <summary>
    /// Whether what had been learned was lost: a mean of 100 episodes had come at least half of the way from the first such mean to the
    /// environment's threshold, and at the end less than half of the best gain is left.
    /// </summary>
    [JsonPropertyName("collapsed")]
    public bool EndsCollapsed { get; init; }

    /// <summary>The part of settling phases that used up their steps while units still moved; null where the agent does not tell.</summary>
    public double? UnsettledPhases { get; init; }

    /// <summary>Why the run could not continue; null if nothing failed.</summary>
    public string? Failure { get; init; }

    /// <summary>When the run began.</summary>
    public DateTimeOffset Begun { get; init; }

    /// <summary>When this was written.</summary>
    public DateTimeOffset Updated { get; init; }

    /// <summary>The version of the program that played the run.</summary>
    public string Program { get; init; } = "";

    /// <summary>The machine that it was played on: system, processor, cores, runtime.</summary>
    public string Machine { get; init; } = "";

    /// <summary>What supervised training has come to; null, and left out of the file, of an agent's run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SupervisedOutcome? Supervised { get; init; }

    /// <summary>Everything that the run depends on but its seed, with every setting; null where it is none that a file can describe.</summary>
    public JsonObject? Configuration { get; init; }

    /// <summary>The other files of the run, as they were when this was written.</summary>
    public ImmutableArray<RunFile> Files { get; init; } = [];

    /// <summary>The <see cref="RecordSeal"/> of all the rest, these files among it; empty until it is written.</summary>
    public string Seal { get; init; } = "";

    /// <summary>The mean of the greedy returns; null where there are none.</summary>
    public double? GreedyMean => GreedyReturns is { IsDefaultOrEmpty: false } returns ? returns.Average() : null;
}

/// <summary>How records of runs are written as JSON: names in camel case, numbers in their shortest exact form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true
)]
[JsonSerializable(typeof(RunRecord))]
internal sealed partial class RunSerialization : JsonSerializerContext;
