using System.Diagnostics;

namespace Hebb.Lab.Runs;

/// <summary>How long a run has learned, in this process and in earlier ones; evaluations aside.</summary>
internal sealed class LearningClock
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private double _before;
    private TimeSpan _paused;

    /// <summary>The seconds.</summary>
    public double Seconds => _before + (Stopwatch.GetElapsedTime(_started) - _paused).TotalSeconds;

    /// <summary>The run goes on where an earlier process left it.</summary>
    public void Resume(double seconds) => _before = seconds;

    /// <summary>Does what is no learning.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    public T Pause<T>(Func<T> work)
    {
        var began = Stopwatch.GetTimestamp();
        T result = work();
        _paused += Stopwatch.GetElapsedTime(began);
        return result;
    }
}
