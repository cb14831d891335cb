namespace Hebb.Benchmarks.Engine;

/// <summary>A network and how many examples it works on at a time.</summary>
/// <param name="Sizes">The units of each layer.</param>
/// <param name="Batch">Examples at a time.</param>
public sealed record SmallNetwork(int[] Sizes, int Batch)
{
    public override string ToString() => $"{string.Join('-', Sizes)}, batch {Batch}";
}
