using System.Runtime.ExceptionServices;

namespace Hebb.Lab.Runs;

/// <summary>Plays independent runs on worker threads, one run a thread at a time.</summary>
internal static class RunScheduler
{
    /// <summary>Starts the runs in their order and returns when all are done.</summary>
    /// <typeparam name="T">What describes a run.</typeparam>
    /// <param name="runs">The runs; those that take longest had best come first.</param>
    /// <param name="play">Plays one run; is called from several threads at once.</param>
    /// <param name="cancellation">Stops the runs under way and starts no more.</param>
    /// <remarks>The first exception of a run stops all the others and is thrown.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="jobs"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">The runs were cancelled.</exception>
    public static void Execute<T>(
        IReadOnlyList<T> runs,
        int jobs,
        Action<T, CancellationToken> play,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(play);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        CancellationToken stopping = stop.Token;
        ExceptionDispatchInfo? failure = null;
        var next = -1;

        void Work()
        {
            try
            {
                while (
                    !stopping.IsCancellationRequested && Interlocked.Increment(ref next) is var run && run < runs.Count
                )
                {
                    play(runs[run], stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // Told to stop: the run is dropped.
            }
#pragma warning disable CA1031 // Whatever a run throws must reach the caller's thread.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
                stop.Cancel();
            }
        }

        var threads = new List<Thread>();
        try
        {
            while (threads.Count < Math.Min(jobs, runs.Count))
            {
                var thread = new Thread(Work) { IsBackground = true, Name = $"run {threads.Count + 1}" };
                thread.Start();
                threads.Add(thread);
            }
        }
        catch
        {
            // The system gives no more: those that were started are not left behind.
            stop.Cancel();
            throw;
        }
        finally
        {
            threads.ForEach(thread => thread.Join());
        }

        failure?.Throw();
        cancellation.ThrowIfCancellationRequested();
    }
}
