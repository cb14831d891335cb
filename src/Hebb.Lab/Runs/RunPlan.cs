using Hebb.Lab.Records;
using Hebb.Lab.Runs.Progress;

namespace Hebb.Lab.Runs;

/// <summary>Everything that a run depends on but its seed, ready to be played: an agent in an environment, or supervised training.</summary>
public abstract record RunPlan
{
    /// <summary>The name of the experiment that it belongs to; fit for a folder.</summary>
    public string Experiment { get; init; } = "";

    /// <summary>The hash of the configuration; empty where no file can describe it.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The configuration with every setting; null where no file can describe it.</summary>
    public JsonObject? Configuration { get; init; }

    /// <summary>Whether a run measures what costs time.</summary>
    public bool Diagnostics { get; init; }

    /// <summary>What learns, as records name it: an agent's name, or <c>supervised</c>.</summary>
    public abstract string Learner { get; }

    /// <summary>The name of the environment or of the dataset.</summary>
    public abstract string Environment { get; }

    /// <summary>How long it learns.</summary>
    public abstract RunBudget Budget { get; init; }

    /// <summary>What the score of a sweep is, as the end of a sentence.</summary>
    public abstract string ScoreText { get; }

    /// <summary>Runs that differ by their seeds alone.</summary>
    public RunGroup Group => new(Learner, Environment, Budget.Steps ?? 0);

    /// <summary>Which run a seed makes of it.</summary>
    public RunIdentity Identity(ulong seed) =>
        new(Learner, Environment, Hash, Budget.Steps, Budget.Episodes, seed, Diagnostics);

    /// <summary>What the agent of a run is, as its checkpoint says it; null where no file can describe it.</summary>
    internal virtual string? DescribeAgent(ulong seed) => null;

    /// <summary>How much of the budget a part of it is.</summary>
    /// <param name="part">The part; above 0, at most 1.</param>
    public virtual long AmountOf(double part) => part < 1 ? Math.Max(1, (long)(part * Budget.Amount)) : Budget.Amount;

    /// <summary>What a run has come to, by which sweeps compare; null where it has come to nothing yet.</summary>
    public abstract double? ScoreOf(RunRecord record);

    /// <summary>What a run had come to when it was only so far.</summary>
    /// <param name="folder">The folder of the run, which came at least as far.</param>
    /// <param name="amount">How far, in what the budget counts.</param>
    /// <exception cref="RecordException">What the run wrote cannot be read, or was changed.</exception>
    public abstract double ScoreAt(string folder, RunRecord record, long amount);

    /// <summary>A run at its start.</summary>
    /// <param name="folder">Its folder, which exists.</param>
    /// <param name="progress">Is told how the run is doing; of what it has done the player tells.</param>
    internal abstract IPlayedRun Start(ulong seed, string folder, LearningClock clock, RunProgress progress);
}
