using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Hebb.Lab.Data;

/// <summary>What an IDX file holds: an array of numbers, the first size counting examples.</summary>
public sealed class IdxArray
{
    /// <summary>The greatest label that is taken for one: a greater one is a sign of something else in the file.</summary>
    public const int GreatestLabel = 65_535;

    private readonly byte[] _content;

    internal IdxArray(string name, IdxElementType elementType, ImmutableArray<int> sizes, byte[] content)
    {
        Name = name;
        ElementType = elementType;
        Sizes = sizes;
        _content = content;
    }

    /// <summary>The file it was read from, as messages name it.</summary>
    public string Name { get; }

    /// <summary>The type of its numbers.</summary>
    public IdxElementType ElementType { get; }

    /// <summary>The size of each dimension, the slowest first; at least one dimension, no size below 1.</summary>
    public ImmutableArray<int> Sizes { get; }

    /// <summary>How many examples there are: the first size.</summary>
    public int Count => Sizes[0];

    /// <summary>
    /// Its numbers as inputs of a network, in the order of the file: unsigned bytes divided by 255, so that they lie
    /// from 0 to 1, every other type as it is.
    /// </summary>
    /// <exception cref="RecordException">A number is NaN, infinite, or beyond the range of float32.</exception>
    public ImmutableArray<float> ToInputs()
    {
        var inputs = ElementType switch
        {
            IdxElementType.UnsignedByte => Pixels(),
            IdxElementType.SignedByte => Convert(1, bytes => (float)(sbyte)bytes[0]),
            IdxElementType.TwoByteInteger => Convert(2, bytes => (float)BinaryPrimitives.ReadInt16BigEndian(bytes)),
            IdxElementType.FourByteInteger => Convert(4, bytes => (float)BinaryPrimitives.ReadInt32BigEndian(bytes)),
            IdxElementType.SinglePrecision => Convert(4, BinaryPrimitives.ReadSingleBigEndian),
            _ => Convert(8, bytes => (float)BinaryPrimitives.ReadDoubleBigEndian(bytes)),
        };
        var place = Array.FindIndex(inputs, input => !float.IsFinite(input));
        return place < 0
            ? ImmutableCollectionsMarshal.AsImmutableArray(inputs)
            : throw new RecordException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Name} holds {inputs[place]} (as float32) in place {place} of its data: every number must be finite"
                )
            );
    }

    /// <summary>Its numbers as labels of classes, in the order of the file.</summary>
    /// <exception cref="RecordException">
    /// There is more than one dimension, the numbers are no integers, or one is below 0 or above <see cref="GreatestLabel"/>.
    /// </exception>
    public ImmutableArray<int> ToLabels()
    {
        if (Sizes.Length != 1)
        {
            throw new RecordException($"{Name} has {Sizes.Length} dimensions: labels have 1");
        }

        var labels = ElementType switch
        {
            IdxElementType.UnsignedByte => Convert(1, bytes => (int)bytes[0]),
            IdxElementType.SignedByte => Convert(1, bytes => (int)(sbyte)bytes[0]),
            IdxElementType.TwoByteInteger => Convert(2, bytes => (int)BinaryPrimitives.ReadInt16BigEndian(bytes)),
            IdxElementType.FourByteInteger => Convert(4, BinaryPrimitives.ReadInt32BigEndian),
            _ => throw new RecordException($"{Name} holds numbers of type {ElementType}: labels are integers"),
        };
        var place = Array.FindIndex(labels, label => label is < 0 or > GreatestLabel);
        return place < 0
            ? ImmutableCollectionsMarshal.AsImmutableArray(labels)
            : throw new RecordException(
                $"{Name} has label {labels[place]} in place {place} of its data: labels are from 0 to {GreatestLabel}"
            );
    }

    private float[] Pixels()
    {
        var pixels = new float[_content.Length];
        TensorPrimitives.ConvertChecked<byte, float>(_content, pixels);
        TensorPrimitives.Divide(pixels, 255, pixels);
        return pixels;
    }

    private T[] Convert<T>(int elementSize, Func<ReadOnlySpan<byte>, T> read)
    {
        var values = new T[_content.Length / elementSize];
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = read(_content.AsSpan(place * elementSize, elementSize));
        }

        return values;
    }
}
