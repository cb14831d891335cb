using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Hebb.Lab.Tests.Scenes;

/// <summary>Reads an animated PNG from its bytes, by the specification alone: chunks, checksums, frames put together.</summary>
internal sealed class AnimatedPng
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public AnimatedPng(byte[] file)
    {
        Assert.Equal(Signature, file.AsSpan(0, 8));
        for (var place = 8; place < file.Length; )
        {
            var length = (int)Number(file, place);
            var named = file.AsSpan(place + 4, 4 + length);
            Assert.Equal(Checksum(named), Number(file, place + 8 + length));
            Chunks.Add((Encoding.ASCII.GetString(named[..4]), named[4..].ToArray()));
            place += 12 + length;
        }
    }

    public List<(string Name, byte[] Content)> Chunks { get; } = [];

    public byte[] Header => Chunks[0].Content;

    public IEnumerable<byte[]> Named(string name) =>
        Chunks.Where(chunk => chunk.Name == name).Select(chunk => chunk.Content);

    public static uint Number(byte[] content, int place) => BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(place));

    /// <summary>Each frame as it is seen: its data as a PNG of their own, decoded by Skia, laid over what was there.</summary>
    public IEnumerable<(SKColor[] Pixels, double Seconds)> Frames()
    {
        var (width, height) = ((int)Number(Header, 0), (int)Number(Header, 4));
        var seen = new SKColor[width * height];
        for (var index = 0; index < Chunks.Count; index++)
        {
            if (Chunks[index].Name != "fcTL")
            {
                continue;
            }

            var control = Chunks[index].Content;
            using SKBitmap part = Decode(
                control,
                Chunks.Skip(index + 1).TakeWhile(chunk => chunk.Name.EndsWith("AT", StringComparison.Ordinal))
            );
            SKColor[] pixels = part.Pixels;
            var (left, top) = ((int)Number(control, 12), (int)Number(control, 16));
            for (var pixel = 0; pixel < pixels.Length; pixel++)
            {
                SKColor color = pixels[pixel];
                Assert.True(color.Alpha is 0 or 255);
                if (color.Alpha == 255 || control[25] == 0)
                {
                    seen[((top + (pixel / part.Width)) * width) + left + (pixel % part.Width)] = color;
                }
            }

            Assert.Equal(0, control[24]);
            var seconds =
                (double)BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(20))
                / BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(22));
            yield return ((SKColor[])seen.Clone(), seconds);
        }
    }

    private SKBitmap Decode(byte[] control, IEnumerable<(string Name, byte[] Content)> data)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Write(file, "IHDR", [.. control[4..12], .. Header[8..]]);
        foreach (var (name, content) in data)
        {
            Write(file, "IDAT", name == "fdAT" ? content[4..] : content);
        }

        Write(file, "IEND", []);
        SKBitmap? bitmap = SKBitmap.Decode(
            file.ToArray(),
            new SKImageInfo(
                (int)Number(control, 4),
                (int)Number(control, 8),
                SKColorType.Rgba8888,
                SKAlphaType.Unpremul
            )
        );
        return Assert.IsType<SKBitmap>(bitmap);
    }

    private static void Write(Stream stream, string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        stream.Write(number);
        stream.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(named));
        stream.Write(number);
    }

    // Bit by bit, as the specification defines it.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var rest = uint.MaxValue;
        foreach (var value in bytes)
        {
            rest ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                rest = (rest >> 1) ^ ((rest & 1) * 0xEDB88320);
            }
        }

        return ~rest;
    }
}
