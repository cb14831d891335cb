using Hebb.Relaxation;

namespace Hebb.Supervised;

/// <summary>How well a network classifies examples.</summary>
/// <param name="Examples">How many examples; at least 1.</param>
/// <param name="MeanCost">The mean cost of their outputs; NaN or infinite where the network has diverged.</param>
/// <param name="Correct">For how many of them the highest output was that of their class.</param>
/// <param name="Settling">How the network settled, over all of them.</param>
public readonly record struct Evaluation(int Examples, double MeanCost, int Correct, Settling Settling)
{
    /// <summary>The part of the examples that were classified right, from 0 to 1.</summary>
    public double Accuracy => (double)Correct / Examples;
}
