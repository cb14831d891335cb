namespace Hebb.Agents.OpenLock.Chains;

/// <summary>
/// A weight for every chain that is a product over its steps; a belief is a sum of such terms.
/// </summary>
public sealed class ChainTerm(ChainSpace space)
{
    private readonly double[] _weights = new double[space.Steps * space.Relations];
    private readonly int _relations = space.Relations;

    /// <summary>The factor of each relation at a step; 0 at first.</summary>
    /// <param name="step">The step, from 0.</param>
    public Span<double> At(int step) => _weights.AsSpan(step * _relations, _relations);
}
