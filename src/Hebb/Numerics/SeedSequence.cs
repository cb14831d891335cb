namespace Hebb.Numerics;

/// <summary>
/// Turns a seed of any quality into well-mixed words for a generator, and one seed into any number of independent
/// streams: the same words as numpy's <c>SeedSequence(entropy, spawn_key=...)</c> with its pool of four words.
/// </summary>
/// <remarks>
/// The design is M. E. O'Neill's <c>seed_seq_fe</c> ("Developing a seed_seq alternative", 2015). Immutable: unlike
/// numpy's, <see cref="Spawn"/> counts nothing, so a child depends on its index alone and not on when it was made.
/// </remarks>
public sealed class SeedSequence
{
    private const int PoolSize = 4;
    private const int HashShift = 16;
    private const uint InitialA = 0x43b0d7e5;
    private const uint MultiplierA = 0x931e8875;
    private const uint InitialB = 0x8b51f9dd;
    private const uint MultiplierB = 0x58f38ded;
    private const uint MixMultiplierLeft = 0xca01f9dd;
    private const uint MixMultiplierRight = 0x4973f715;

    private readonly uint[] _pool = new uint[PoolSize];

    /// <summary>Mixes a seed and, for a child, the path that leads to it.</summary>
    /// <param name="entropy">The seed; any value.</param>
    /// <param name="spawnKey">The indices of the spawns that lead from the root to this sequence; empty at the root.</param>
    public SeedSequence(ulong entropy, params ReadOnlySpan<uint> spawnKey)
    {
        Entropy = entropy;
        SpawnKey = [.. spawnKey];

        var words = new List<uint>(PoolSize + spawnKey.Length) { (uint)entropy };
        if (entropy > uint.MaxValue)
        {
            words.Add((uint)(entropy >> 32));
        }

        // A child's key starts after a full pool of seed words, so that no longer seed can pass for a child.
        if (!spawnKey.IsEmpty)
        {
            while (words.Count < PoolSize)
            {
                words.Add(0);
            }

            words.AddRange(spawnKey);
        }

        MixEntropy(words);
    }

    /// <summary>The seed.</summary>
    public ulong Entropy { get; }

    /// <summary>The indices of the spawns that lead from the root to this sequence; empty at the root.</summary>
    public ImmutableArray<uint> SpawnKey { get; }

    /// <summary>The child that numpy's <c>spawn(n)[index]</c> gives on a fresh sequence, for any n above the index.</summary>
    /// <param name="index">Which child; 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public SeedSequence Spawn(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new SeedSequence(Entropy, [.. SpawnKey, (uint)index]);
    }

    /// <summary>Fills a buffer with words; a longer buffer begins with the words of a shorter one.</summary>
    /// <param name="destination">Receives the words; any length.</param>
    public void GenerateState(Span<uint> destination)
    {
        var constant = InitialB;
        for (var index = 0; index < destination.Length; index++)
        {
            destination[index] = GenerateWord(index, ref constant);
        }
    }

    /// <summary>Fills a buffer with double words, each made of two words, the low half first.</summary>
    /// <param name="destination">Receives the words; any length.</param>
    public void GenerateState(Span<ulong> destination)
    {
        var constant = InitialB;
        for (var index = 0; index < destination.Length; index++)
        {
            var low = GenerateWord(2 * index, ref constant);
            var high = GenerateWord((2 * index) + 1, ref constant);
            destination[index] = ((ulong)high << 32) | low;
        }
    }

    private uint GenerateWord(int index, ref uint constant)
    {
        var value = _pool[index % PoolSize] ^ constant;
        constant *= MultiplierB;
        value *= constant;
        return value ^ (value >> HashShift);
    }

    private void MixEntropy(List<uint> words)
    {
        var constant = InitialA;
        for (var index = 0; index < PoolSize; index++)
        {
            _pool[index] = Hash(index < words.Count ? words[index] : 0, ref constant);
        }

        // Every word of the pool reaches every other.
        for (var source = 0; source < PoolSize; source++)
        {
            for (var target = 0; target < PoolSize; target++)
            {
                if (source != target)
                {
                    _pool[target] = Mix(_pool[target], Hash(_pool[source], ref constant));
                }
            }
        }

        // What did not fit into the pool is mixed into all of it.
        for (var source = PoolSize; source < words.Count; source++)
        {
            for (var target = 0; target < PoolSize; target++)
            {
                _pool[target] = Mix(_pool[target], Hash(words[source], ref constant));
            }
        }
    }

    private static uint Hash(uint value, ref uint constant)
    {
        value ^= constant;
        constant *= MultiplierA;
        value *= constant;
        return value ^ (value >> HashShift);
    }

    private static uint Mix(uint left, uint right)
    {
        var result = (MixMultiplierLeft * left) - (MixMultiplierRight * right);
        return result ^ (result >> HashShift);
    }
}
