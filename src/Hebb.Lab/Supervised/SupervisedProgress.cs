using System.Diagnostics;
using Hebb.Lab.Logs;
using Hebb.Supervised;

namespace Hebb.Lab.Supervised;

/// <summary>The progress of a run: written by the thread that trains, read by whoever shows it.</summary>
/// <param name="epochs">The epochs that it trains for.</param>
/// <param name="trainingExamples">The training examples of an epoch.</param>
/// <param name="testExamples">The test examples after it.</param>
public sealed class SupervisedProgress(int epochs, int trainingExamples, int testExamples)
{
    private readonly Lock _gate = new();
    private readonly List<EpochRecord> _finished = [];
    private readonly ExampleClock _training = new();
    private readonly ExampleClock _testing = new();
    private EpochProgress _epoch = new() { TotalExamples = trainingExamples };
    private int _tested;
    private SupervisedStage _stage;

    /// <summary>The epochs that it trains for.</summary>
    public int Epochs { get; } = epochs;

    /// <summary>The test examples after each epoch.</summary>
    public int TestExamples { get; } = testExamples;

    /// <summary>How the run is doing now.</summary>
    public SupervisedSnapshot Now
    {
        get
        {
            lock (_gate)
            {
                var perSecond = _training.PerSecond;
                return new SupervisedSnapshot(_finished.Count + 1, _stage, _epoch, _tested, perSecond, Left());
            }
        }
    }

    /// <summary>The epochs that are finished and whose files are written, from one of them on.</summary>
    /// <param name="first">How many of the first are left out; at most as many as are finished.</param>
    public IReadOnlyList<EpochRecord> Finished(int first = 0)
    {
        lock (_gate)
        {
            return _finished[first..];
        }
    }

    /// <summary>The run begins, or goes on where an earlier process left it.</summary>
    /// <param name="finished">The epochs that were finished there.</param>
    /// <param name="epoch">How far the one under way was.</param>
    internal void Begin(IEnumerable<EpochRecord> finished, EpochProgress epoch)
    {
        lock (_gate)
        {
            _finished.AddRange(finished);
            _epoch =
                epoch.Examples < epoch.TotalExamples ? epoch : new EpochProgress { TotalExamples = trainingExamples };
            Enter(SupervisedStage.Training);
        }
    }

    /// <summary>A batch was learned from.</summary>
    /// <param name="epoch">How far the epoch is.</param>
    internal void Trained(EpochProgress epoch)
    {
        lock (_gate)
        {
            Enter(SupervisedStage.Training);
            _training.Count(Math.Max(0, epoch.Examples - _epoch.Examples));
            _epoch = epoch;
        }
    }

    /// <summary>The test starts or continues.</summary>
    /// <param name="examples">How many examples are answered.</param>
    internal void Tested(int examples)
    {
        lock (_gate)
        {
            Enter(SupervisedStage.Testing);
            _testing.Count(examples - _tested);
            _tested = examples;
        }
    }

    /// <summary>The files are being written.</summary>
    internal void Writing()
    {
        lock (_gate)
        {
            Enter(SupervisedStage.Writing);
        }
    }

    /// <summary>An epoch is finished and written.</summary>
    internal void End(EpochRecord epoch)
    {
        lock (_gate)
        {
            _finished.Add(epoch);
            _epoch = new EpochProgress { TotalExamples = trainingExamples };
            _tested = 0;
        }
    }

    private void Enter(SupervisedStage stage)
    {
        _stage = stage;
        _training.Run(stage is SupervisedStage.Training);
        _testing.Run(stage is SupervisedStage.Testing);
    }

    // Before the first test nothing is known of its speed; then a test example is taken to cost what a training one does.
    private TimeSpan? Left()
    {
        if (_training.PerSecond <= 0)
        {
            return null;
        }

        var left = Epochs - _finished.Count;
        var training = ((long)left * trainingExamples) - _epoch.Examples;
        var testing = ((long)left * TestExamples) - _tested;
        var testsPerSecond = _testing.PerSecond > 0 ? _testing.PerSecond : _training.PerSecond;
        return TimeSpan.FromSeconds(
            Math.Min(
                (Math.Max(0, training) / _training.PerSecond) + (Math.Max(0, testing) / testsPerSecond),
                TimeSpan.MaxValue.TotalSeconds / 2
            )
        );
    }

    /// <summary>How many examples passed in what time, while it runs.</summary>
    private sealed class ExampleClock
    {
        private readonly Stopwatch _watch = new();
        private long _examples;

        public double PerSecond => _examples == 0 ? 0 : _examples / _watch.Elapsed.TotalSeconds;

        public void Count(int examples) => _examples += examples;

        public void Run(bool runs)
        {
            if (runs)
            {
                _watch.Start();
            }
            else
            {
                _watch.Stop();
            }
        }
    }
}
