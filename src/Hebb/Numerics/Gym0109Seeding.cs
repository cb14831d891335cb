using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Hebb.Numerics;

/// <summary>
/// How gym 0.10.9 (<c>gym.utils.seeding</c>) turned an environment's seed into the key of a Mersenne Twister: the
/// first eight bytes of the SHA-512 of the seed's decimal text, read as 32-bit words from the low end.
/// </summary>
internal static class Gym0109Seeding
{
    /// <summary>The hash of a seed, gym's <c>hash_seed(seed)</c>.</summary>
    /// <param name="seed">Any value.</param>
    public static ulong Hash(ulong seed)
    {
        // A 64-bit number has at most 20 decimal digits.
        Span<byte> text = stackalloc byte[20];
        _ = seed.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        Span<byte> digest = stackalloc byte[SHA512.HashSizeInBytes];
        _ = SHA512.HashData(text[..length], digest);
        return BinaryPrimitives.ReadUInt64LittleEndian(digest);
    }

    /// <summary>The generator of gym's <c>np_random(seed)</c>.</summary>
    /// <param name="seed">Any value.</param>
    public static MersenneTwister CreateGenerator(ulong seed)
    {
        Span<uint> key = stackalloc uint[2];
        return new MersenneTwister(key[..WriteKey(Hash(seed), key)]);
    }

    /// <summary>Splits a hash into words, the low one first; zero words at the high end are left out, as gym did.</summary>
    /// <param name="hash">The hash of a seed.</param>
    /// <param name="key">Receives the words; length 2.</param>
    /// <returns>How many words there are: 2, or 1 for a hash below 2^32.</returns>
    public static int WriteKey(ulong hash, Span<uint> key)
    {
        key[0] = (uint)hash;
        key[1] = (uint)(hash >> 32);
        return key[1] == 0 ? 1 : 2;
    }
}
