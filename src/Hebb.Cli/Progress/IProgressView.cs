using Hebb.Lab.Runs;

namespace Hebb.Cli.Progress;

/// <summary>Shows how runs come on.</summary>
internal interface IProgressView
{
    /// <summary>Shows them until they have ended, well or not; what they threw is the caller's.</summary>
    /// <param name="progress">How far the runs of each group have come.</param>
    /// <param name="runs">The runs.</param>
    void Follow(IReadOnlyList<GroupProgress> progress, Task runs);
}
