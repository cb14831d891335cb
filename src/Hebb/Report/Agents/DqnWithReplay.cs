using Hebb.Agents;
using Hebb.Environments;
using Hebb.Numerics;
using Hebb.Report.Rules;
using Hebb.Report.Shallow;
using Hebb.Snapshots;

namespace Hebb.Report.Agents;

/// <summary>
/// Deep Q-learning with replay and a target network (Mnih et al. 2013) on a network that takes state and action and
/// answers Q(s, a): after each environment step one step of the parameters towards r + gamma max_a Q'(s', a) on a
/// replayed batch, with Q' copied now and then. How Q is evaluated and its gradient found is left to a derived class.
/// </summary>
/// <remarks>As in the report's script, learning begins when more transitions than the memory holds were seen.</remarks>
public abstract class DqnWithReplay<T> : StateActionLearner<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ReplayMemory<T> _memory;
    private readonly StateAction<T> _replayed;
    private readonly Pcg64 _replayRandom;
    private long _learned;

    private protected DqnWithReplay(int observationSize, int actionCount, DqnOptions options, ulong seed)
        : base(observationSize, actionCount, options, seed)
    {
        _memory = new ReplayMemory<T>(observationSize, options.MemoryCapacity);
        _replayed = new StateAction<T>(observationSize);
        _replayRandom = RandomStreams.Replay(seed);
    }

    /// <inheritdoc/>
    public override void Observe(ReadOnlySpan<float> nextObservation, in StepResult result)
    {
        _memory.Add(Acted.Observation, Action, result.Reward, HasNoNextValue(result), nextObservation);
        if (_memory.Added > _memory.Capacity)
        {
            Learn();
        }
    }

    /// <summary>Whether the state that a step led to counts as one without a value.</summary>
    private protected abstract bool HasNoNextValue(in StepResult result);

    /// <summary>Adds scale times the gradient of the error of Q(s, a) to its target.</summary>
    private protected abstract void AddGradient(
        ReadOnlySpan<T> inputs,
        T target,
        T scale,
        ShallowParameters<T> gradient
    );

    /// <summary>Takes a step down the gradient of a batch.</summary>
    private protected abstract void Descend(ShallowParameters<T> gradient);

    private void Learn()
    {
        if (_learned++ % Options.TargetPeriod == 0)
        {
            Target.CopyFrom(Network);
        }

        var scale = T.One / T.CreateTruncating(Options.BatchSize);
        Gradient.All.Clear();
        for (var sample = 0; sample < Options.BatchSize; sample++)
        {
            var slot = _memory.Draw(_replayRandom);
            var target = _memory.Reward(slot);
            if (!_memory.End(slot))
            {
                _replayed.Read(_memory.NextState(slot));
                target += Discounted(_replayed);
            }

            _replayed.Read(_memory.State(slot));
            AddGradient(_replayed.With(_memory.Action(slot)), target, scale, Gradient);
        }

        Descend(Gradient);
    }

    /// <inheritdoc/>
    public override void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Part("network", Network);
        visitor.Part("target", Target);
        visitor.Part("memory", _memory);
        visitor.Part("policy_random", PolicyRandom);
        visitor.Part("replay_random", _replayRandom);
        visitor.Number("learned", ref _learned);
    }
}
