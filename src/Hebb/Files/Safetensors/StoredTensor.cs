using System.Text;

namespace Hebb.Files.Safetensors;

/// <summary>A named array of numbers as a file keeps it; <see cref="StoredTensor{T}"/> has the numbers.</summary>
public abstract class StoredTensor
{
    /// <summary>The most numbers a tensor may have: their bytes fill one array.</summary>
    public const int MostValues = 268_000_000;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private protected StoredTensor(string name, ImmutableArray<int> shape, int count)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (string.Equals(name, SafetensorsHeader.MetadataName, StringComparison.Ordinal))
        {
            throw new ArgumentException($"{name} is a reserved name", nameof(name));
        }

        if (CountOf(shape) != count)
        {
            throw new ArgumentException(
                $"{name} has {count} values, which do not fill the shape {ShapeText(shape)}",
                nameof(shape)
            );
        }

        // Throws where the name could not be written.
        _ = Strict.GetByteCount(name);
        Name = name;
        Shape = shape;
    }

    /// <summary>Its name; any text but <c>__metadata__</c>.</summary>
    public string Name { get; }

    /// <summary>The size of each dimension, the slowest first, none negative; empty for a single number.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>How many numbers a shape has; null when a size is negative or there are more than <see cref="MostValues"/>.</summary>
    internal static int? CountOf(ImmutableArray<int> shape)
    {
        if (shape.IsDefault || shape.Any(size => size < 0))
        {
            return null;
        }

        // A size of zero makes up for any others, wherever it stands.
        long count = shape.Contains(0) ? 0 : 1;
        foreach (var size in shape)
        {
            count *= size;
            if (count > MostValues)
            {
                return null;
            }
        }

        return (int)count;
    }

    /// <summary>A shape as messages have it, such as <c>[784, 512]</c>.</summary>
    internal static string ShapeText(ImmutableArray<int> shape) =>
        shape.IsDefault ? "null" : $"[{string.Join(", ", shape)}]";

    /// <summary>How its type of number is called in a file.</summary>
    internal abstract string ElementType { get; }

    /// <summary>How many bytes each of its numbers takes.</summary>
    internal abstract int ElementSize { get; }

    /// <summary>How many bytes its numbers take.</summary>
    internal abstract long ByteCount { get; }

    /// <summary>Writes its numbers, the lowest byte of each first.</summary>
    internal abstract void WriteValues(Stream stream);
}
