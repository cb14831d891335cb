using Hebb.Lab.Runs;

namespace Hebb.Cli.Reproduce;

/// <summary>Shows how runs come on.</summary>
internal interface IProgressView
{
    /// <summary>Shows them until they have ended, well or not; what they threw is the caller's.</summary>
    /// <param name="progress">How far each method has come.</param>
    /// <param name="runs">The runs.</param>
    void Follow(IReadOnlyList<MethodProgress> progress, Task runs);
}
