using System.Globalization;
using Hebb.Lab.Training;

namespace Hebb.Lab.Catalogue;

/// <summary>A run as its <c>run.json</c> tells of it, wherever it stands; its episodes are read where they are asked for.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Record">What is known of it.</param>
/// <param name="State">How it stands.</param>
/// <param name="Settings">The settings of its configuration; shared by the runs of one hash.</param>
public sealed record CataloguedRun(string Folder, TrainingRecord Record, RunState State, RunSettings Settings)
{
    /// <summary>The same for runs that differ by their seeds alone: the hash, or, where no file can describe the agent, what stands for it.</summary>
    public string Key =>
        Record.Hash.Length > 0
            ? Record.Hash
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Record.Experiment}|{Record.Agent}|{Record.Environment}|{Record.Steps}|{Record.EpisodeBudget}"
            );

    /// <summary>The name of the folder that its seeds share, such as <c>ppo-ep-CartPole-v1-0123456789ab</c>.</summary>
    public string GroupFolder => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(Folder))) ?? "";

    /// <summary>Whether a parameter was NaN or infinite.</summary>
    public bool HasDiverged => Record.DivergedAt.HasValue;

    /// <summary>How it stands in a word, and what befell it, such as <c>finished, collapsed</c>.</summary>
    public string StateText =>
        Word(State) + (HasDiverged ? ", diverged" : "") + (Record.Collapsed ? ", collapsed" : "");

    /// <summary>A state in a word.</summary>
    /// <param name="state">The state.</param>
    public static string Word(RunState state) =>
        state switch
        {
            RunState.Running => "running",
            RunState.Interrupted => "interrupted",
            RunState.Finished => "finished",
            RunState.Stopped => "stopped",
            _ => "failed",
        };
}
