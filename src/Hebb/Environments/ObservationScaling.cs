namespace Hebb.Environments;

/// <summary>Units to observe an environment in: each number less its centre, over its scale.</summary>
/// <param name="Centres">What becomes 0; finite.</param>
/// <param name="Scales">What becomes 1 away from the centre; positive and finite.</param>
public sealed record ObservationScaling(ImmutableArray<float> Centres, ImmutableArray<float> Scales)
{
    /// <summary>Units that leave observations as they are.</summary>
    /// <param name="size">Numbers in an observation.</param>
    public static ObservationScaling None(int size) =>
        new([.. Enumerable.Repeat(0f, size)], [.. Enumerable.Repeat(1f, size)]);
}
