namespace Hebb.Environments;

/// <summary>
/// Which library an environment follows, bit for bit: in the order of its arithmetic and in how a seed becomes
/// random numbers.
/// </summary>
public enum EnvironmentEdition
{
    /// <summary>Gymnasium 1.x: PCG64 seeded by numpy's seed sequence. Also the form of what Gymnasium does not have.</summary>
    Gymnasium,

    /// <summary>gym 0.10.9, on which the report's curves were made: MT19937 seeded by a SHA-512 of the seed.</summary>
    Gym0109,
}
