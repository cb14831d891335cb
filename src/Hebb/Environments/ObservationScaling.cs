using System.Collections.Immutable;

namespace Hebb.Environments;

/// <summary>Units to observe an environment in: each number less its centre, over its scale.</summary>
/// <param name="Centres">What becomes 0; finite.</param>
/// <param name="Scales">What becomes 1 away from the centre; positive and finite.</param>
public sealed record ObservationScaling(ImmutableArray<float> Centres, ImmutableArray<float> Scales)
{
    /// <summary>
    /// The units in which the agents of the catalogue observe an environment: about the range that is met in an episode.
    /// CartPole: x / 2.4, v / 2, angle / 0.21, angular velocity / 2. MountainCar: the position from the middle of its range over
    /// half its width, the velocity over its limit. Acrobot: as it is, in sines, cosines and radians per second; over their
    /// limits its velocities would be a tenth of the other numbers, though a good policy hangs on them.
    /// </summary>
    /// <param name="environment">The environment's name; others than those named are observed as they are.</param>
    /// <param name="size">Numbers in an observation.</param>
    public static ObservationScaling Of(string environment, int size) =>
        environment switch
        {
            "CartPole-v0" or "CartPole-v1" => new([0, 0, 0, 0], [2.4f, 2, 0.21f, 2]),
            "MountainCar-v0" => new([-0.3f, 0], [0.9f, 0.07f]),
            _ => new([.. Enumerable.Repeat(0f, size)], [.. Enumerable.Repeat(1f, size)]),
        };
}
