using System.Diagnostics;
using System.Runtime.CompilerServices;
using Hebb.Agents.OpenLock;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Numerics;

namespace Hebb.Lab.Studies.Chains;

/// <summary>Lets a learner play rooms, by the clock and with an eye on the heap. For one thread: the heap is that of the process.</summary>
internal sealed class ChainTrials(int attemptLimit, CancellationToken cancellation)
{
    // Room for the records of what usually takes place, so that they are hardly part of what is measured.
    private const int UsualAttempts = 4096;

    private readonly List<double> _seconds = new(UsualAttempts);
    private readonly List<byte> _actions = new(UsualAttempts * ChainsOptions.MostSteps);
    private long _bytesBefore;
    private long _peak;
    private bool _isSolved = true;

    /// <summary>Measures a learner.</summary>
    // A frame of its own, so that no learner before it is kept alive by the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ChainMeasurement Measure(
        ChainSubject subject,
        ChainForm form,
        ulong seed,
        int attemptLimit,
        CancellationToken cancellation
    )
    {
        var rooms = subject.Draw(seed);
        var trials = new ChainTrials(attemptLimit, cancellation) { _bytesBefore = LiveBytes() };
        var learner = new CausalLearner(new Pcg64(seed), form.Create(subject.Space));
        foreach (MeasuredRoom room in rooms)
        {
            trials.Play(learner, room);
        }

        var held = learner.Chains.Bytes;
        trials.WatchHeap();
        var bytes = LiveBytes() - trials._bytesBefore;
        GC.KeepAlive(learner);
        GC.KeepAlive(rooms);
        return new(seed, held, bytes, trials._peak, trials._isSolved, [.. trials._seconds], [.. trials._actions]);
    }

    private void Play(CausalLearner learner, MeasuredRoom room)
    {
        learner.BeginTrial(CausalLearner.ColoursOf(room.Active).AsSpan(), room.Solutions.Length);
        var steps = learner.Chains.Space.Steps;
        Span<int> actions = stackalloc int[steps];
        var left = new List<Solution>(room.Solutions);
        while (left.Count > 0 && _seconds.Count < attemptLimit)
        {
            var begun = Stopwatch.GetTimestamp();
            learner.BeginAttempt();
            RoomState state = room.Initial;
            for (var step = 0; step < steps; step++)
            {
                cancellation.ThrowIfCancellationRequested();
                var action = learner.Choose();
                RoomState next = room.Act(state, action);
                learner.Observe(action, CausalLearner.ValueOf(state, next, action));
                (actions[step], state) = (action, next);
            }

            learner.EndAttempt(Remove(left, actions));
            _seconds.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
            foreach (var action in actions)
            {
                _actions.Add((byte)action);
            }

            WatchHeap();
        }

        learner.EndTrial();
        _isSolved &= left.Count == 0;
    }

    private static bool Remove(List<Solution> left, ReadOnlySpan<int> actions)
    {
        for (var index = 0; index < left.Count; index++)
        {
            if (left[index].Matches(actions))
            {
                left.RemoveAt(index);
                return true;
            }
        }

        return false;
    }

    // Compacted, as gaps between what is alive would be counted otherwise.
    private static long LiveBytes()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: false);
    }

    private void WatchHeap() => _peak = Math.Max(_peak, GC.GetTotalMemory(forceFullCollection: false) - _bytesBefore);
}
