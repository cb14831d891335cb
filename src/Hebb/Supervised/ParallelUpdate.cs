using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Optimizers;
using Hebb.Snapshots;

namespace Hebb.Supervised;

/// <summary>
/// An optimizer whose steps several threads share, for networks of hundreds of thousands of parameters: each thread has an
/// optimizer of its own for its share of them. The result is that of one optimizer, to the bit, for all that treat every
/// parameter for itself.
/// </summary>
public sealed class ParallelUpdate<T> : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly WorkerTeam _team;
    private readonly IOptimizer<T>[] _optimizers;
    private readonly int _length;

    /// <summary>An optimizer at its first step.</summary>
    /// <param name="team">The threads; not disposed of here.</param>
    /// <param name="length">How many numbers it optimizes.</param>
    /// <param name="create">Makes the optimizer of a share of so many numbers.</param>
    public ParallelUpdate(WorkerTeam team, int length, Func<int, IOptimizer<T>> create)
    {
        ArgumentNullException.ThrowIfNull(team);
        ArgumentNullException.ThrowIfNull(create);
        _team = team;
        _length = length;
        _optimizers =
        [
            .. Enumerable.Range(0, team.Size).Select(part => create(EvenShare.Of(length, part, team.Size).Length)),
        ];
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => _optimizers[0].LearningRate;
        set
        {
            foreach (IOptimizer<T> optimizer in _optimizers)
            {
                optimizer.LearningRate = value;
            }
        }
    }

    /// <summary>One step down the gradient, on the calling thread alone: a view cannot be handed to others.</summary>
    /// <inheritdoc/>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        OptimizerRules.RequireLength(_length, parameters.Length, gradient.Length);
        for (var part = 0; part < _optimizers.Length; part++)
        {
            (var from, var length) = EvenShare.Of(_length, part, _optimizers.Length);
            _optimizers[part].Step(parameters.Slice(from, length), gradient.Slice(from, length));
        }
    }

    /// <summary>One step down the gradient, on all threads.</summary>
    /// <param name="parameters">What is optimized, changed in place.</param>
    /// <param name="gradient">The loss's gradient, of the same shape.</param>
    public void Step(NetworkParameters<T> parameters, NetworkParameters<T> gradient)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(gradient);
        OptimizerRules.RequireLength(_length, parameters.All.Length, gradient.All.Length);
        parameters.Edit();
        _team.Run(part =>
        {
            (var from, var length) = EvenShare.Of(_length, part, _optimizers.Length);
            _optimizers[part].Step(parameters.Raw.Slice(from, length), gradient.All.Slice(from, length));
        });
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Parts("share", _optimizers);
    }
}
