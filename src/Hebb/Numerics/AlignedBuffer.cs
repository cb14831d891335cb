using System.Runtime.InteropServices;

namespace Hebb.Numerics;

/// <summary>
/// A block of numbers that starts on a 64-byte boundary, one cache line and the widest vector register, so that
/// vector loads never straddle two lines. Unaligned rows cost the wide kernels up to half their speed.
/// </summary>
public sealed class AlignedBuffer<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    private readonly T[] _storage;
    private readonly int _offset;

    /// <summary>Allocates a block of zeros.</summary>
    /// <param name="length">How many numbers; at least 0.</param>
    public AlignedBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var size = Marshal.SizeOf<T>();
        _storage = GC.AllocateArray<T>(checked(length + (Alignment / size)), pinned: true);
        var misalignment = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_storage, 0) % Alignment);
        _offset = misalignment == 0 ? 0 : (Alignment - misalignment) / size;
        Length = length;
    }

    /// <summary>How many numbers the block holds.</summary>
    public int Length { get; }

    /// <summary>The first number; pinned, so that nothing moves it.</summary>
    internal ref T Start => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_storage), _offset);

    /// <summary>The block.</summary>
    public Span<T> Span => _storage.AsSpan(_offset, Length);
}
