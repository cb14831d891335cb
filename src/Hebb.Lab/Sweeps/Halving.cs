namespace Hebb.Lab.Sweeps;

/// <summary>
/// Successive halving (Jamieson and Talwalkar 2016): all trials play a part of their budget, the best go on to a part that is greater by
/// the factor, and so on until the last play all of it.
/// </summary>
/// <param name="Factor">Of so many trials one goes on; at least 2.</param>
/// <param name="First">The part of the budget that all trials play; above 0, below 1.</param>
public sealed record Halving(int Factor, double First)
{
    /// <summary>The parts of the budget at which trials are compared, and 1 at the end.</summary>
    public IEnumerable<double> Parts()
    {
        for (var part = First; part < 1; part *= Factor)
        {
            yield return part;
        }

        yield return 1;
    }

    /// <summary>How many trials go on.</summary>
    /// <param name="trials">How many there are; at least 1.</param>
    public int Kept(int trials) => Math.Max(1, (trials + Factor - 1) / Factor);
}
