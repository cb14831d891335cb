using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Ppo;

/// <summary>A rollout as what costs ask of it, in minibatches drawn without replacement.</summary>
internal sealed class RolloutBatches : IStateful
{
    private readonly int _minibatch;
    private readonly int[] _order;
    private readonly float[] _advantages;
    private readonly double[] _oldLogProbabilities;
    private readonly float[] _returns;
    private readonly AlignedMatrix<float> _observations;
    private readonly AlignedMatrix<float> _policyTargets;
    private readonly AlignedMatrix<float> _valueTargets;
    private Rollout? _rollout;

    /// <summary>Room for the batches of rollouts of a size.</summary>
    /// <param name="policyTargetSize">Numbers of a target of the policy: action, advantage, and the old log-probability where there is room for it.</param>
    public RolloutBatches(int size, int minibatch, int observationSize, int policyTargetSize)
    {
        _minibatch = minibatch;
        _order = [.. Enumerable.Range(0, size)];
        _advantages = new float[size];
        _returns = new float[size];
        _oldLogProbabilities = new double[minibatch];
        _observations = new AlignedMatrix<float>(minibatch, observationSize);
        _policyTargets = new AlignedMatrix<float>(minibatch, policyTargetSize);
        _valueTargets = new AlignedMatrix<float>(minibatch, 1);
    }

    /// <summary>The observations of the minibatch.</summary>
    public ReadOnlyMatrixSpan<float> Observations => _observations.All;

    /// <summary>What the policy's cost asks.</summary>
    public ReadOnlyMatrixSpan<float> PolicyTargets => _policyTargets.All;

    /// <summary>log pi(a | s) of the actions when they were taken.</summary>
    public ReadOnlySpan<double> OldLogProbabilities => _oldLogProbabilities;

    /// <summary>What the value's cost asks.</summary>
    public ReadOnlyMatrixSpan<float> ValueTargets => _valueTargets.All;

    /// <summary>Takes a rollout with its values and advantages.</summary>
    /// <param name="normalises">Whether advantages are brought to mean 0 and standard deviation 1.</param>
    public void Take(Rollout rollout, double valueScale, bool normalises)
    {
        _rollout = rollout;
        var mean = 0.0;
        var scale = 1.0;
        if (normalises)
        {
            (mean, var deviation) = MeanAndDeviation(rollout.Advantages);
            scale = 1 / (deviation + 1e-8);
        }

        for (var row = 0; row < rollout.Size; row++)
        {
            _advantages[row] = (float)((rollout.Advantages[row] - mean) * scale);
            _returns[row] = (float)((rollout.Values[row] + rollout.Advantages[row]) / valueScale);
        }
    }

    /// <summary>Puts the rows in another order, unless one minibatch takes them all.</summary>
    public void Shuffle(Pcg64 random)
    {
        if (_minibatch == _order.Length)
        {
            return;
        }

        for (var last = _order.Length - 1; last > 0; last--)
        {
            var other = random.NextInteger(last + 1);
            (_order[last], _order[other]) = (_order[other], _order[last]);
        }
    }

    /// <summary>Fills the minibatch.</summary>
    public void Gather(int first)
    {
        for (var row = 0; row < _minibatch; row++)
        {
            var step = _order[first + row];
            _rollout!.Observations[step].CopyTo(_observations[row]);
            _oldLogProbabilities[row] = _rollout.LogProbabilities[step];
            var target = _policyTargets[row];
            target[0] = _rollout.Actions[step];
            target[1] = _advantages[step];
            if (target.Length > 2)
            {
                target[2] = _rollout.LogProbabilities[step];
            }

            _valueTargets[row][0] = _returns[step];
        }
    }

    private static (double Mean, double Deviation) MeanAndDeviation(ReadOnlySpan<double> values)
    {
        var mean = System.Numerics.Tensors.TensorPrimitives.Sum(values) / values.Length;
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, Math.Sqrt(squares / values.Length));
    }

    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Numbers<int>("order", _order);
    }
}
