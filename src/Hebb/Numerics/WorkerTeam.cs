using System.Runtime.ExceptionServices;

namespace Hebb.Numerics;

/// <summary>
/// Threads that wait for short pieces of work of a few hundred microseconds and do them together, again and again. The
/// caller is one of them, and one thread alone may call.
/// </summary>
/// <remarks>
/// Work cannot itself hand work to the team that does it, nor end the team: those who would do it are busy.
/// Who waits looks for work busily for a while before it sleeps: to be woken takes as long as the pieces of work
/// themselves.
/// </remarks>
public sealed class WorkerTeam : IDisposable
{
    private const int LooksBeforeSleep = 20_000;

    private readonly Thread[] _threads;
    private readonly object _gate = new();
    private Action<int>? _work;
    private ExceptionDispatchInfo? _failure;
    private int _calls;
    private int _busy;
    private int _isRunning;
    private bool _isOver;

    /// <summary>Starts the threads.</summary>
    /// <param name="size">How many work together, with the caller; at least 1.</param>
    public WorkerTeam(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        Size = size;
        var threads = new List<Thread>();
        try
        {
            while (threads.Count < size - 1)
            {
                var number = threads.Count + 1;
                var thread = new Thread(() => Serve(number)) { IsBackground = true };
                thread.Start();
                threads.Add(thread);
            }
        }
        finally
        {
            _threads = [.. threads];
            if (_threads.Length < size - 1)
            {
                // The system gives no more: those that were started are not left behind.
                Dispose();
            }
        }
    }

    /// <summary>How many work together, with the caller.</summary>
    public int Size { get; }

    /// <summary>Does work once for each number from 0 to <see cref="Size"/> - 1, each on its own thread, and waits for all.</summary>
    /// <param name="work">The work; what it throws is thrown here, after all have ended.</param>
    /// <exception cref="ObjectDisposedException">The threads have been ended.</exception>
    /// <exception cref="InvalidOperationException">The team is at work: this was called by its work, or by another thread.</exception>
    public void Run(Action<int> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        ObjectDisposedException.ThrowIf(_isOver, this);
        if (Interlocked.Exchange(ref _isRunning, 1) != 0)
        {
            throw new InvalidOperationException(
                "The team is at work: neither its work nor another thread can hand it more before it has ended."
            );
        }

        _failure = null;
        Call(work);
        Do(work, 0);
        var wait = new SpinWait();
        while (Volatile.Read(ref _busy) > 0)
        {
            // Others end soon after this thread: their parts are as long.
            wait.SpinOnce(sleep1Threshold: -1);
        }

        Volatile.Write(ref _isRunning, 0);
        _failure?.Throw();
    }

    /// <summary>Ends the threads; not to be called by their work.</summary>
    public void Dispose()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        Call(work: null);
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }
    }

    private void Call(Action<int>? work)
    {
        lock (_gate)
        {
            _work = work;
            _busy = _threads.Length;

            // Last: who sees it without the lock sees everything before it.
            Volatile.Write(ref _calls, _calls + 1);
            Monitor.PulseAll(_gate);
        }
    }

    private void Serve(int worker)
    {
        for (var answered = 0; ; answered++)
        {
            Await(answered);
            Action<int>? work = _work;
            if (work is null)
            {
                return;
            }

            Do(work, worker);
            Interlocked.Decrement(ref _busy);
        }
    }

    private void Await(int answered)
    {
        for (var look = 0; look < LooksBeforeSleep; look++)
        {
            if (Volatile.Read(ref _calls) != answered)
            {
                return;
            }

            Thread.SpinWait(1);
        }

        lock (_gate)
        {
            while (_calls == answered)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private void Do(Action<int> work, int worker)
    {
        try
        {
            work(worker);
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
        }
    }
}
