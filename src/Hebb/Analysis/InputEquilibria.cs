namespace Hebb.Analysis;

/// <summary>The equilibria found for one input.</summary>
/// <param name="Count">How many are distinct; 0 where no start settled. A lower bound: a small basin may be missed.</param>
/// <param name="Unsettled">The starts that did not settle.</param>
/// <param name="OutputDistance">
/// The largest Euclidean distance between the outputs of two of them, in the units of the output; 0 where there are fewer than
/// two.
/// </param>
public readonly record struct InputEquilibria(int Count, int Unsettled, double OutputDistance);
