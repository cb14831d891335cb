using System.Buffers.Binary;
using System.IO.Compression;

namespace Hebb.Lab.Tests.Data;

/// <summary>Writes IDX files to test with, sound ones and others.</summary>
internal static class IdxContent
{
    /// <summary>A magic number, sizes, then the bytes as they are.</summary>
    public static byte[] Of(byte type, int[] sizes, params byte[] data)
    {
        var content = new byte[4 + (4 * sizes.Length)];
        content[2] = type;
        content[3] = (byte)sizes.Length;
        for (var dimension = 0; dimension < sizes.Length; dimension++)
        {
            BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(4 + (4 * dimension)), sizes[dimension]);
        }

        return [.. content, .. data];
    }

    public static byte[] Labels(params byte[] labels) => Of(0x08, [labels.Length], labels);

    public static byte[] Images(int count, int rows, int columns, byte first = 0) =>
        Of(0x08, [count, rows, columns], Bytes(count * rows * columns, first));

    public static byte[] Compressed(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var compression = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            compression.Write(content);
        }

        return stream.ToArray();
    }

    private static byte[] Bytes(int count, byte first) =>
        [.. Enumerable.Range(0, count).Select(place => (byte)(first + place))];
}
