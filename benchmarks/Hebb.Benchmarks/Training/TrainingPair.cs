using System.Diagnostics;
using System.Numerics;
using Hebb.Report;

namespace Hebb.Benchmarks.Training;

/// <summary>
/// What both training benchmarks do: prepare fresh agents of one learner over a few fixed seeds, warm, then train them.
/// </summary>
/// <remarks>
/// The work of a step depends on how well an agent plays, since some rules learn once an episode, and float32 and
/// float64 part within a few episodes; so several seeds are trained one after another.
/// </remarks>
internal sealed class TrainingPair
{
    /// <summary>How many agents are trained, one a seed.</summary>
    public const int Seeds = 5;

    // Past the 256 transitions that a DQN collects before it learns, and past the first episodes of every agent:
    // their buffers have then grown to size.
    private const int StepsBefore = 512;

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(0.5);

    private readonly TrainingRun[] _runs = new TrainingRun[Seeds];

    /// <summary>Every method of the catalogue that replays transitions, or every one that does not.</summary>
    /// <param name="replays">Which of the two.</param>
    public static IEnumerable<string> Learners(bool replays) =>
        ReportMethods
            .All.Select(method => method.Name)
            .Where(name => replays == (name is "dqn-backprop" or "dqn-ep-as-published"));

    /// <summary>
    /// Trains for a while unmeasured, because the runtime replaces its first, plain code of short methods only after
    /// a tenth of a second.
    /// </summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="learner">A name of the catalogue.</param>
    public void WarmUp<T>(string learner)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUpTime)
        {
            Prepare<T>(learner);
        }
    }

    /// <summary>Fresh agents, trained until nothing is allocated any more.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="learner">A name of the catalogue.</param>
    public void Prepare<T>(string learner)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var index = 0; index < Seeds; index++)
        {
            var seed = (ulong)index + 1;
            _runs[index] = new TrainingRun(LearnerFactory.Create<T>(learner, seed), seed);
        }

        Train(StepsBefore);
    }

    /// <summary>Trains every agent on.</summary>
    /// <param name="steps">Environment steps of each.</param>
    public void Train(int steps)
    {
        foreach (var run in _runs)
        {
            run.Train(steps);
        }
    }
}
