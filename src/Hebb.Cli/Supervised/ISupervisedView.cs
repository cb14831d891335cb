using Hebb.Lab.Supervised;

namespace Hebb.Cli.Supervised;

/// <summary>Shows the progress of a run, with a line for each finished epoch.</summary>
internal interface ISupervisedView
{
    /// <summary>Shows it until it has ended, well or not; what it threw is the caller's.</summary>
    void Follow(SupervisedProgress progress, Task run);
}
