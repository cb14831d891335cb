using Hebb.Snapshots;

namespace Hebb.Numerics;

/// <summary>
/// The generator MT19937 of Matsumoto and Nishimura (1998), seeded by an array of words, with the 53-bit numbers
/// of numpy's <c>RandomState</c>. Here for environments that were seeded so; new code uses <see cref="Pcg64"/>.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class MersenneTwister : IUniformSource
{
    private const int Size = 624;
    private const int Offset = 397;
    private const uint TwistMask = 0x9908b0df;
    private const uint UpperBit = 0x80000000;

    private readonly uint[] _words = new uint[Size];
    private int _position;

    /// <summary>Seeds by the reference's <c>init_by_array</c>.</summary>
    /// <param name="key">The words of the seed; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public MersenneTwister(params ReadOnlySpan<uint> key)
    {
        if (key.IsEmpty)
        {
            throw new ArgumentException("The key is empty; it must hold at least one word.", nameof(key));
        }

        _words[0] = 19650218;
        for (var index = 1; index < Size; index++)
        {
            _words[index] = (1812433253 * Fold(_words[index - 1])) + (uint)index;
        }

        var target = 1;
        var source = 0;
        for (var remaining = Math.Max(Size, key.Length); remaining > 0; remaining--)
        {
            _words[target] = (_words[target] ^ (Fold(_words[target - 1]) * 1664525)) + key[source] + (uint)source;
            source = (source + 1) % key.Length;
            target = Advance(target);
        }

        for (var remaining = Size - 1; remaining > 0; remaining--)
        {
            _words[target] = (_words[target] ^ (Fold(_words[target - 1]) * 1566083941)) - (uint)target;
            target = Advance(target);
        }

        // Whatever the key, the state is not all zero.
        _words[0] = UpperBit;
        _position = Size;
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_position == Size)
        {
            Twist();
        }

        var bits = _words[_position++];
        bits ^= bits >> 11;
        bits ^= (bits << 7) & 0x9d2c5680;
        bits ^= (bits << 15) & 0xefc60000;
        return bits ^ (bits >> 18);
    }

    /// <inheritdoc/>
    public double NextDouble()
    {
        var high = NextUInt32() >> 5;
        var low = NextUInt32() >> 6;
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    private static uint Fold(uint word) => word ^ (word >> 30);

    // Word 0 has no predecessor in the array, so the walk carries the last word over to it and goes on at 1.
    private int Advance(int target)
    {
        if (target + 1 < Size)
        {
            return target + 1;
        }

        _words[0] = _words[Size - 1];
        return 1;
    }

    private void Twist()
    {
        for (var index = 0; index < Size; index++)
        {
            var joined = (_words[index] & UpperBit) | (_words[(index + 1) % Size] & ~UpperBit);
            var twisted = (joined >> 1) ^ ((joined & 1) == 0 ? 0 : TwistMask);
            _words[index] = _words[(index + Offset) % Size] ^ twisted;
        }

        _position = 0;
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Numbers<uint>("words", _words);
        _position = visitor.Count("position", _position, Size);
    }
}
