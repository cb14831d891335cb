using System.Diagnostics;
using Hebb.Lab.Logs;
using Hebb.Supervised;

namespace Hebb.Lab.Supervised;

/// <summary>The progress of a run: written by the thread that trains, read by whoever shows it.</summary>
public sealed class SupervisedProgress(SupervisedPlan plan)
{
    private readonly Lock _gate = new();
    private readonly List<EpochRecord> _finished = [];
    private readonly Stopwatch _training = new();
    private readonly Stopwatch _testing = new();
    private long _trainedNow;
    private long _testedNow;
    private EpochProgress _epoch = new() { TotalExamples = plan.Training.Count };
    private int _tested;
    private SupervisedStage _stage;

    /// <summary>The epochs that it trains for.</summary>
    public int Epochs => plan.Settings.Epochs;

    /// <summary>The test examples after each epoch.</summary>
    public int TestExamples => plan.Test.Count;

    /// <summary>How the run is doing now.</summary>
    public SupervisedSnapshot Now
    {
        get
        {
            lock (_gate)
            {
                var perSecond = _trainedNow == 0 ? 0 : _trainedNow / _training.Elapsed.TotalSeconds;
                TimeSpan? left = perSecond > 0 ? Left(perSecond) : null;
                return new SupervisedSnapshot(_finished.Count + 1, _stage, _epoch, _tested, perSecond, left);
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
            Enter(SupervisedStage.Training, epoch.Examples < epoch.TotalExamples ? epoch : _epoch, tested: 0);
        }
    }

    /// <summary>The epoch under way has come further.</summary>
    /// <param name="epoch">How far its training is.</param>
    /// <param name="tested">How many test examples are answered.</param>
    internal void Reach(SupervisedStage stage, EpochProgress epoch, int tested = 0)
    {
        lock (_gate)
        {
            _trainedNow += stage is SupervisedStage.Training ? epoch.Examples - _epoch.Examples : 0;
            _testedNow += tested - _tested;
            Enter(stage, epoch, tested);
        }
    }

    /// <summary>An epoch is finished and written.</summary>
    internal void End(EpochRecord epoch)
    {
        lock (_gate)
        {
            _finished.Add(epoch);
            Enter(SupervisedStage.Writing, new EpochProgress { TotalExamples = plan.Training.Count }, tested: 0);
        }
    }

    private void Enter(SupervisedStage stage, EpochProgress epoch, int tested)
    {
        (_stage, _epoch, _tested) = (stage, epoch, tested);
        Action train = stage is SupervisedStage.Training ? _training.Start : _training.Stop;
        Action test = stage is SupervisedStage.Testing ? _testing.Start : _testing.Stop;
        train();
        test();
    }

    // Before the first test nothing is known of its speed; then a test example is taken to cost what a training one does.
    private TimeSpan Left(double perSecond)
    {
        var left = Epochs - _finished.Count;
        var training = ((long)left * plan.Training.Count) - _epoch.Examples;
        var testing = ((long)left * TestExamples) - _tested;
        var testsPerSecond = _testedNow == 0 ? perSecond : _testedNow / _testing.Elapsed.TotalSeconds;
        return TimeSpan.FromSeconds(
            Math.Min(
                (Math.Max(0, training) / perSecond) + (Math.Max(0, testing) / testsPerSecond),
                TimeSpan.MaxValue.TotalSeconds / 2
            )
        );
    }
}
