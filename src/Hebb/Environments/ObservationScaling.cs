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

    /// <summary>An environment as it is observed in these units.</summary>
    /// <exception cref="ArgumentException">It observes more or fewer numbers.</exception>
    public EnvironmentSpecification Of(EnvironmentSpecification specification)
    {
        ArgumentNullException.ThrowIfNull(specification);
        var size = specification.Observations.Size;
        return Centres.Length == size && Scales.Length == size
            ? specification with
            {
                Observations = new BoxSpace(Of(specification.Observations.Low), Of(specification.Observations.High)),
            }
            : throw new ArgumentException(
                $"scaling: {Centres.Length} centres and {Scales.Length} scales; {specification.Name} observes {size} numbers",
                nameof(specification)
            );
    }

    private float[] Of(IReadOnlyList<float> observation) =>
        [.. observation.Select((number, index) => (number - Centres[index]) * (1 / Scales[index]))];
}
