namespace Hebb.Lab.Runs.Progress;

/// <summary>The progress of measurements: written by the threads that measure, read by whoever shows it.</summary>
public sealed class MeasurementProgress
{
    private int _done;

    /// <summary>How many measurements there are; 0 before they begin.</summary>
    public int Total { get; internal set; }

    /// <summary>How many of them are done.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>A measurement is done.</summary>
    internal void Measured() => Interlocked.Increment(ref _done);
}
