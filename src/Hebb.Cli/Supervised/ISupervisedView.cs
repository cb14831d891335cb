using Hebb.Lab.Supervised;

namespace Hebb.Cli.Supervised;

/// <summary>Shows how a run comes on, a line for each epoch that is finished.</summary>
internal interface ISupervisedView
{
    /// <summary>Shows it until it has ended, well or not; what it threw is the caller's.</summary>
    /// <param name="progress">How far the run has come.</param>
    /// <param name="run">The run.</param>
    void Follow(SupervisedProgress progress, Task run);
}
