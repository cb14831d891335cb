namespace Hebb.Lab.Gradients;

/// <summary>How far a check has come: written by the threads that measure, read by whoever shows it.</summary>
public sealed class GradientProgress
{
    private int _done;

    /// <summary>How many combinations there are; 0 before the check begins.</summary>
    public int Total { get; internal set; }

    /// <summary>How many of them are measured.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>A combination is measured.</summary>
    internal void CombinationEnded() => Interlocked.Increment(ref _done);
}
