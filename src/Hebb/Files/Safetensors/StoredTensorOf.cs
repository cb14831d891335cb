using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hebb.Files.Safetensors;

/// <summary>A named array of numbers as a file keeps it.</summary>
/// <typeparam name="T">The type of number: float, double, int, long, uint, ulong or bool.</typeparam>
public sealed class StoredTensor<T> : StoredTensor
    where T : unmanaged
{
    /// <summary>Takes the numbers over, without copying them.</summary>
    /// <param name="name">Its name; any text but <c>__metadata__</c>.</param>
    /// <param name="shape">The size of each dimension, the slowest first, none negative; empty for a single number.</param>
    /// <param name="values">As many numbers as the shape has, NaN and infinities among them if need be.</param>
    /// <exception cref="ArgumentException">
    /// The name cannot be written, or the values do not fill the shape; the message says which.
    /// </exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is none of these.</exception>
    public StoredTensor(string name, ImmutableArray<int> shape, ImmutableArray<T> values)
        : base(name, shape, values.IsDefault ? -1 : values.Length)
    {
        _ = NameOfType;
        Values = values;
    }

    /// <summary>The numbers, the last dimension the fastest.</summary>
    public ImmutableArray<T> Values { get; }

    /// <inheritdoc/>
    internal override string ElementType => NameOfType;

    /// <inheritdoc/>
    internal override long ByteCount => (long)Values.Length * ElementSize;

    /// <inheritdoc/>
    internal override int ElementSize => Unsafe.SizeOf<T>();

    /// <summary>How this type of number is called in a file.</summary>
    internal static string NameOfType =>
        typeof(T) == typeof(float) ? "F32"
        : typeof(T) == typeof(double) ? "F64"
        : typeof(T) == typeof(int) ? "I32"
        : typeof(T) == typeof(long) ? "I64"
        : typeof(T) == typeof(uint) ? "U32"
        : typeof(T) == typeof(ulong) ? "U64"
        : typeof(T) == typeof(bool) ? "BOOL"
        : throw new NotSupportedException($"Tensors of {typeof(T).Name} are not stored.");

    /// <summary>Reads the numbers of a tensor.</summary>
    /// <param name="stream">Where from; it holds them.</param>
    /// <param name="name">The tensor's name.</param>
    /// <param name="count">How many numbers it has.</param>
    internal static StoredTensor<T> ReadValues(Stream stream, string name, ImmutableArray<int> shape, int count)
    {
        var values = new T[count];
        Span<byte> bytes = MemoryMarshal.AsBytes(values.AsSpan());
        stream.ReadExactly(bytes);
        if (typeof(T) == typeof(bool) && bytes.ContainsAnyExcept((byte)0, (byte)1))
        {
            throw new JsonException(
                $"tensor {SafetensorsHeaderValues.Quoted(name)} has a truth value that is neither 0 nor 1"
            );
        }

        Turn(values);
        return new StoredTensor<T>(name, shape, ImmutableCollectionsMarshal.AsImmutableArray(values));
    }

    /// <inheritdoc/>
    internal override void WriteValues(Stream stream)
    {
        ReadOnlySpan<T> values = Values.AsSpan();
        if (!BitConverter.IsLittleEndian)
        {
            T[] turned = [.. values];
            Turn(turned);
            values = turned;
        }

        stream.Write(MemoryMarshal.AsBytes(values));
    }

    // From the order of the file's bytes to the machine's, or back.
    private static void Turn(Span<T> values)
    {
        if (BitConverter.IsLittleEndian || Unsafe.SizeOf<T>() == 1)
        {
            return;
        }

        if (Unsafe.SizeOf<T>() == sizeof(float))
        {
            Span<int> bits = MemoryMarshal.Cast<T, int>(values);
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }
        else
        {
            Span<long> bits = MemoryMarshal.Cast<T, long>(values);
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }
    }
}
