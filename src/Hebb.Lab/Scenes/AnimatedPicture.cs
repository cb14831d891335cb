using System.Buffers.Binary;
using SkiaSharp;

namespace Hebb.Lab.Scenes;

/// <summary>
/// Writes an animated PNG, frame by frame as they come: browsers play it, other programs show its first frame. Each frame is
/// stored as what it changes in the one before.
/// </summary>
/// <remarks>
/// Skia encodes each frame as a PNG of its own, whose data are taken over; the chunks around them are those of the PNG
/// specification's third edition: acTL once, fcTL before each frame, fdAT in place of IDAT after the first.
/// </remarks>
internal sealed class AnimatedPicture : IDisposable
{
    private const int MostMilliseconds = ushort.MaxValue;
    private const int PixelCoding = 2 * sizeof(uint);
    private const byte KeepsPicture = 0;
    private const byte Replaces = 0;
    private const byte LiesOver = 1;

    private readonly Stream _stream;
    private readonly int _frames;
    private readonly PictureDifference _difference = new();
    private byte[] _coding = [];
    private uint _sequence;
    private int _written;

    /// <summary>Begins a picture.</summary>
    /// <param name="stream">Where it is written to; stays open.</param>
    /// <param name="frames">How many frames there will be; at least 1.</param>
    public AnimatedPicture(Stream stream, int frames)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        _stream = stream;
        _frames = frames;
    }

    /// <summary>Writes the next frame; after the last one the picture is whole.</summary>
    /// <param name="frame">The frame, as large as the first; four bytes a pixel, opaque.</param>
    /// <param name="time">How long it is shown: up to 65 seconds, rounded to milliseconds.</param>
    public void Add(SKBitmap frame, TimeSpan time)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (_written == _frames)
        {
            throw new InvalidOperationException($"The picture is whole: {_frames} frames are written.");
        }

        using SKBitmap changed = _difference.Take(frame, out SKPointI place);
        using SKPixmap pixels = changed.PeekPixels();
        using SKData png =
            pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, zLibLevel: 9))
            ?? throw new InvalidOperationException("Skia cannot encode the frame.");
        PngChunk[] chunks = [.. PngChunk.Read(png.ToArray())];
        PngChunk header = chunks.Single(chunk => chunk.Name == "IHDR");
        if (_written == 0)
        {
            Begin(header);
        }

        // Behind the sizes: how pixels are coded, which has to be the same for all frames.
        if (!header.Content.Span[PixelCoding..].SequenceEqual(_coding))
        {
            throw new InvalidOperationException("Skia encodes the frame otherwise than the first.");
        }

        WriteControl(place, changed.Info.Size, time);
        foreach (PngChunk chunk in chunks.Where(chunk => chunk.Name == "IDAT"))
        {
            WriteData(chunk.Content);
        }

        if (++_written == _frames)
        {
            new PngChunk("IEND", default).Write(_stream);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _difference.Dispose();

    private void Begin(PngChunk header)
    {
        _coding = header.Content[PixelCoding..].ToArray();
        _stream.Write(PngChunk.Signature);
        header.Write(_stream);
        var animation = new byte[2 * sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(animation, (uint)_frames);

        // The second number says how often it is played: 0 is without end.
        new PngChunk("acTL", animation).Write(_stream);
    }

    private void WriteControl(SKPointI place, SKSizeI size, TimeSpan time)
    {
        var milliseconds = Math.Clamp(Math.Round(time.TotalMilliseconds), 0, MostMilliseconds);
        var control = new byte[26];
        BinaryPrimitives.WriteUInt32BigEndian(control, _sequence++);
        BinaryPrimitives.WriteInt32BigEndian(control.AsSpan(4), size.Width);
        BinaryPrimitives.WriteInt32BigEndian(control.AsSpan(8), size.Height);
        BinaryPrimitives.WriteInt32BigEndian(control.AsSpan(12), place.X);
        BinaryPrimitives.WriteInt32BigEndian(control.AsSpan(16), place.Y);
        BinaryPrimitives.WriteUInt16BigEndian(control.AsSpan(20), (ushort)milliseconds);
        BinaryPrimitives.WriteUInt16BigEndian(control.AsSpan(22), 1000);
        control[24] = KeepsPicture;
        control[25] = _written == 0 ? Replaces : LiesOver;
        new PngChunk("fcTL", control).Write(_stream);
    }

    private void WriteData(ReadOnlyMemory<byte> data)
    {
        if (_written == 0)
        {
            new PngChunk("IDAT", data).Write(_stream);
            return;
        }

        var content = new byte[sizeof(uint) + data.Length];
        BinaryPrimitives.WriteUInt32BigEndian(content, _sequence++);
        data.Span.CopyTo(content.AsSpan(sizeof(uint)));
        new PngChunk("fdAT", content).Write(_stream);
    }
}
