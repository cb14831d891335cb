namespace Hebb.Lab.Runs;

/// <summary>
/// A directory of runs: a folder for each configuration, named by the experiment and the configuration's hash, with a folder for each
/// seed.
/// </summary>
/// <param name="path">The directory; it need not exist.</param>
public sealed class RunStore(string path)
{
    /// <summary>The store that is used where nothing else is said.</summary>
    public static string StandardPath { get; } = System.IO.Path.Combine("results", "runs");

    /// <summary>The directory.</summary>
    public string Path { get; } = path;

    /// <summary>The folder of a plan's runs.</summary>
    /// <param name="plan">The plan, of a configuration.</param>
    public string FolderOf(RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return System.IO.Path.Combine(Path, $"{plan.Experiment}-{plan.Hash}");
    }

    /// <summary>The folder of a run.</summary>
    /// <param name="plan">The plan, of a configuration.</param>
    public string FolderOf(RunPlan plan, ulong seed) => System.IO.Path.Combine(FolderOf(plan), RunFolder.NameOf(seed));

    /// <summary>The folder of a sweep.</summary>
    /// <param name="hash">The sweep's hash.</param>
    public string FolderOfSweep(string name, string hash) => System.IO.Path.Combine(Path, $"{name}-sweep-{hash}");
}
