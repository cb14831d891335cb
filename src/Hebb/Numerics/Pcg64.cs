using System.Runtime.InteropServices;
using Hebb.Snapshots;

namespace Hebb.Numerics;

/// <summary>
/// The generator PCG64 (XSL-RR, 128 bits of state) with the conversions of numpy's <c>Generator</c>: the same seed
/// gives the same integers and uniform numbers, bit for bit, as <c>numpy.random.default_rng(seed)</c>.
/// </summary>
/// <remarks>
/// M. E. O'Neill, "PCG: a family of simple fast space-efficient statistically good algorithms for random number
/// generation" (2014). Period 2^128; streams of different <see cref="Increment"/> are independent.
/// Not thread-safe.
/// </remarks>
public sealed class Pcg64 : IUniformSource
{
    private static readonly UInt128 Multiplier = new(0x2360ED051FC65DA4, 0x4385DF649FCCF645);

    private UInt128 _state;
    private UInt128 _increment;
    private uint _bufferedHalf;
    private bool _hasBufferedHalf;
    private double _spareGaussian;
    private bool _hasSpareGaussian;

    /// <summary>The generator of numpy's <c>default_rng(seed)</c>.</summary>
    /// <param name="seed">Any value.</param>
    public Pcg64(ulong seed)
        : this(new SeedSequence(seed)) { }

    /// <summary>The generator of numpy's <c>default_rng(sequence)</c>.</summary>
    /// <param name="sequence">Where its 256 bits of seed come from.</param>
    public Pcg64(SeedSequence sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        Span<ulong> words = stackalloc ulong[4];
        sequence.GenerateState(words);

        // The increment must be odd for the period to be full.
        _increment = (new UInt128(words[2], words[3]) << 1) | UInt128.One;
        _state = (_increment + new UInt128(words[0], words[1])) * Multiplier + _increment;
    }

    /// <summary>The state of the linear congruence, numpy's <c>state["state"]["state"]</c>.</summary>
    public UInt128 State => _state;

    /// <summary>The increment of the linear congruence, which selects the stream; always odd.</summary>
    public UInt128 Increment => _increment;

    /// <summary>The next 64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64()
    {
        _state = (_state * Multiplier) + _increment;
        var high = (ulong)(_state >> 64);
        return ulong.RotateRight(high ^ (ulong)_state, (int)(high >> 58));
    }

    /// <summary>
    /// The next 32 random bits. One 64-bit number serves two calls, the low half first; the other half waits, as in
    /// numpy, even while 64-bit numbers are drawn in between.
    /// </summary>
    public uint NextUInt32()
    {
        if (_hasBufferedHalf)
        {
            _hasBufferedHalf = false;
            return _bufferedHalf;
        }

        var bits = NextUInt64();
        _bufferedHalf = (uint)(bits >> 32);
        _hasBufferedHalf = true;
        return (uint)bits;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / 9007199254740992.0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextUniform(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>
    /// An integer uniform on 0, 1, ..., <paramref name="exclusiveUpper"/> - 1, by Lemire's multiplication with
    /// rejection, as numpy's <c>integers(exclusiveUpper)</c> draws it. With an upper end of 1 nothing is drawn.
    /// </summary>
    /// <param name="exclusiveUpper">How many integers there are to choose from; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveUpper"/> is below 1.</exception>
    public int NextInteger(int exclusiveUpper)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveUpper);
        if (exclusiveUpper == 1)
        {
            return 0;
        }

        var count = (uint)exclusiveUpper;
        var product = (ulong)NextUInt32() * count;
        if ((uint)product < count)
        {
            // 2^32 mod count low products are one too many for each integer to be equally likely.
            var threshold = (0u - count) % count;
            while ((uint)product < threshold)
            {
                product = (ulong)NextUInt32() * count;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>
    /// A number of the standard normal distribution, by Marsaglia's polar method, which makes them in pairs. It is
    /// not numpy's ziggurat: the numbers differ from <c>standard_normal()</c>.
    /// </summary>
    public double NextGaussian()
    {
        if (_hasSpareGaussian)
        {
            _hasSpareGaussian = false;
            return _spareGaussian;
        }

        double x;
        double y;
        double squaredRadius;
        do
        {
            x = (2 * NextDouble()) - 1;
            y = (2 * NextDouble()) - 1;
            squaredRadius = (x * x) + (y * y);
        } while (squaredRadius is >= 1 or 0);

        var scale = Math.Sqrt(-2 * Math.Log(squaredRadius) / squaredRadius);
        _spareGaussian = y * scale;
        _hasSpareGaussian = true;
        return x * scale;
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Numbers("state", MemoryMarshal.Cast<UInt128, ulong>(new Span<UInt128>(ref _state)));
        visitor.Numbers("increment", MemoryMarshal.Cast<UInt128, ulong>(new Span<UInt128>(ref _increment)));
        visitor.Number("has_buffered_half", ref _hasBufferedHalf);
        visitor.Number("buffered_half", ref _bufferedHalf);
        visitor.Number("has_spare_gaussian", ref _hasSpareGaussian);
        visitor.Number("spare_gaussian", ref _spareGaussian);
    }
}
