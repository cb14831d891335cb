using System.Buffers.Binary;
using System.IO.Compression;

namespace Hebb.Lab.Data;

/// <summary>
/// Reads IDX files, the format of MNIST (LeCun, Cortes and Burges): two bytes 0, the type of the numbers, how many
/// dimensions there are, the size of each as four bytes, then the numbers, the highest byte first everywhere. A file
/// compressed by gzip is known by its first bytes, whatever its name; what follows the compressed data and is no such
/// data itself is passed over, as gzip does.
/// </summary>
public static class IdxReader
{
    // No more is asked for at first; an array grows only as far as the file really continues.
    private const int FirstAllocation = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <exception cref="RecordException">It cannot be read, or something in it is wrong; the message says what.</exception>
    public static IdxArray Read(string path) => RecordException.ReadFile(path, stream => Read(stream, path));

    /// <summary>Reads what a stream holds up to its end.</summary>
    /// <param name="stream">The stream, which can seek; stays open.</param>
    /// <param name="name">What messages are to call it.</param>
    /// <exception cref="RecordException">Something in it is wrong; the message says what.</exception>
    public static IdxArray Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!IsCompressed(stream))
        {
            return ReadPlain(stream, name);
        }

        try
        {
            using var content = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
            return ReadPlain(content, name);
        }
        catch (InvalidDataException exception)
        {
            throw new RecordException($"{name} is corrupt: its gzip compression is damaged, get it anew", exception);
        }
    }

    private static bool IsCompressed(Stream stream)
    {
        Span<byte> first = stackalloc byte[2];
        var read = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        stream.Seek(-read, SeekOrigin.Current);
        return read == first.Length && first[0] == 0x1F && first[1] == 0x8B;
    }

    private static IdxArray ReadPlain(Stream stream, string name)
    {
        Span<byte> magic = stackalloc byte[4];
        ReadHeader(stream, magic, name);
        var type = (IdxElementType)magic[2];
        if (magic[0] != 0 || magic[1] != 0 || !Enum.IsDefined(type) || magic[3] == 0)
        {
            throw new RecordException(
                $"{name} is not an IDX file: it begins with 0x{Convert.ToHexString(magic)}, not with 0x0000, a type of number from 08 to 0E and a number of dimensions"
            );
        }

        ImmutableArray<int> sizes = ReadSizes(stream, magic[3], name);
        var content = ReadContent(stream, ByteCount(sizes, SizeOf(type), name), sizes, name);
        return new IdxArray(name, type, sizes, content);
    }

    private static ImmutableArray<int> ReadSizes(Stream stream, int dimensions, string name)
    {
        ImmutableArray<int>.Builder sizes = ImmutableArray.CreateBuilder<int>(dimensions);
        Span<byte> bytes = stackalloc byte[4];
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            ReadHeader(stream, bytes, name);
            var size = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            if (size is 0 or > int.MaxValue)
            {
                throw new RecordException(
                    $"{name} says that dimension {dimension + 1} of {dimensions} has size {size}: a size is from 1 to {int.MaxValue}"
                );
            }

            sizes.Add((int)size);
        }

        return sizes.MoveToImmutable();
    }

    private static void ReadHeader(Stream stream, Span<byte> bytes, string name)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw new RecordException($"{name} is cut off: it ends within its header");
        }
    }

    private static int ByteCount(ImmutableArray<int> sizes, int elementSize, string name)
    {
        long bytes = elementSize;
        foreach (var size in sizes)
        {
            bytes *= size;
            if (bytes > Array.MaxLength)
            {
                throw new RecordException(
                    $"{name} says that it holds {Product(sizes)} numbers: more than {Array.MaxLength} bytes cannot be read"
                );
            }
        }

        return (int)bytes;
    }

    private static byte[] ReadContent(Stream stream, int count, ImmutableArray<int> sizes, string name)
    {
        var content = new byte[Math.Min(count, FirstAllocation)];
        var read = 0;
        while (true)
        {
            read += stream.ReadAtLeast(content.AsSpan(read), content.Length - read, throwOnEndOfStream: false);
            if (read < content.Length)
            {
                throw new RecordException(
                    $"{name} is cut off: {Product(sizes)} numbers need {count} bytes after the header, {read} are there"
                );
            }

            if (read == count)
            {
                break;
            }

            Array.Resize(ref content, (int)Math.Min(count, 2L * content.Length));
        }

        // Reading on also makes the decompression check the sum that follows the data.
        return stream.ReadByte() < 0
            ? content
            : throw new RecordException(
                $"{name} continues after its data: {Product(sizes)} numbers need {count} bytes after the header, more are there"
            );
    }

    private static int SizeOf(IdxElementType type) =>
        type switch
        {
            IdxElementType.UnsignedByte or IdxElementType.SignedByte => 1,
            IdxElementType.TwoByteInteger => 2,
            IdxElementType.DoublePrecision => 8,
            _ => 4,
        };

    private static string Product(ImmutableArray<int> sizes) => string.Join(" x ", sizes);
}
