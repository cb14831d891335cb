using System.Runtime.ExceptionServices;

namespace Hebb.Numerics;

/// <summary>
/// Threads that wait for short pieces of work of a few hundred microseconds and do them together, again and again. The
/// caller is one of them.
/// </summary>
public sealed class WorkerTeam : IDisposable
{
    private readonly Barrier _start;
    private readonly Barrier _end;
    private readonly Thread[] _threads;
    private Action<int>? _work;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Starts the threads.</summary>
    /// <param name="size">How many work together, with the caller; at least 1.</param>
    public WorkerTeam(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        Size = size;
        _start = new Barrier(size);
        _end = new Barrier(size);
        _threads = new Thread[size - 1];
        for (var worker = 1; worker < size; worker++)
        {
            var number = worker;
            _threads[worker - 1] = new Thread(() => Serve(number)) { IsBackground = true };
            _threads[worker - 1].Start();
        }
    }

    /// <summary>How many work together, with the caller.</summary>
    public int Size { get; }

    /// <summary>Does work once for each number from 0 to <see cref="Size"/> - 1, each on its own thread, and waits for all.</summary>
    /// <param name="work">The work; what it throws is thrown here, after all have ended.</param>
    public void Run(Action<int> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Size == 1)
        {
            work(0);
            return;
        }

        _work = work;
        _failure = null;
        _start.SignalAndWait();
        Do(0);
        _end.SignalAndWait();
        _failure?.Throw();
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        if (_threads.Length > 0 && _threads[0].IsAlive)
        {
            _work = null;
            _start.SignalAndWait();
            foreach (Thread thread in _threads)
            {
                thread.Join();
            }
        }

        _start.Dispose();
        _end.Dispose();
    }

    private void Serve(int worker)
    {
        while (true)
        {
            _start.SignalAndWait();
            if (_work is null)
            {
                return;
            }

            Do(worker);
            _end.SignalAndWait();
        }
    }

    private void Do(int worker)
    {
        try
        {
            _work!(worker);
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
        }
    }
}
