using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Hebb.Lab.Scenes;

/// <summary>A part of a PNG: four letters that name it, and its content.</summary>
internal readonly record struct PngChunk(string Name, ReadOnlyMemory<byte> Content)
{
    private const int NameLength = 4;

    /// <summary>The eight bytes that every PNG begins with.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The chunks of a PNG that was just encoded; their checksums are not read.</summary>
    public static IEnumerable<PngChunk> Read(ReadOnlyMemory<byte> png)
    {
        // The length, the name, the content and the checksum of it and the name.
        for (var rest = png[Signature.Length..]; !rest.IsEmpty; )
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(rest.Span);
            rest = rest[sizeof(uint)..];
            yield return new PngChunk(
                Encoding.ASCII.GetString(rest.Span[..NameLength]),
                rest.Slice(NameLength, length)
            );
            rest = rest[(NameLength + length + sizeof(uint))..];
        }
    }

    /// <summary>Writes the chunk.</summary>
    public void Write(Stream stream)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(number, (uint)Content.Length);
        stream.Write(number);
        var checksum = new Crc32();
        ReadOnlySpan<byte> name = Encoding.ASCII.GetBytes(Name);
        checksum.Append(name);
        checksum.Append(Content.Span);
        stream.Write(name);
        stream.Write(Content.Span);
        BinaryPrimitives.WriteUInt32BigEndian(number, checksum.GetCurrentHashAsUInt32());
        stream.Write(number);
    }
}
