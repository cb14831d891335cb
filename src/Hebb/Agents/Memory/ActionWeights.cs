using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Agents.Memory;

/// <summary>The weights that all actions share: from what is recalled and seen of an action to the hidden units, and to its logit at once.</summary>
internal sealed class ActionWeights : IStateful
{
    /// <summary>Weights at their start.</summary>
    /// <param name="size">Numbers of an action; at least 1.</param>
    /// <param name="units">Hidden units; at least 1.</param>
    /// <param name="bound">They start uniform within this; those to the logit at 0.</param>
    public ActionWeights(int size, int units, double bound, Pcg64 random)
    {
        Hidden = new AlignedMatrix<float>(size, units);
        Logit = new float[size];
        for (var row = 0; row < size; row++)
        {
            foreach (ref var weight in Hidden[row])
            {
                weight = (float)random.NextUniform(-bound, bound);
            }
        }
    }

    /// <summary>V, a row a number of the action.</summary>
    public AlignedMatrix<float> Hidden { get; }

    /// <summary>v.</summary>
    public float[] Logit { get; }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Matrix($"{StateVisitor.Parameters}.hidden", Hidden.All);
        visitor.Numbers<float>($"{StateVisitor.Parameters}.logit", Logit);
    }
}
