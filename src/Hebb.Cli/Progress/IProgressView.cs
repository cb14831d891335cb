namespace Hebb.Cli.Progress;

/// <summary>Shows how work comes on.</summary>
internal interface IProgressView
{
    /// <summary>Shows it until it has ended, well or not; what it threw is the caller's.</summary>
    void Follow(Task work);
}
