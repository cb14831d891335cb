using System.Runtime.InteropServices;
using SkiaSharp;

namespace Hebb.Lab.Scenes;

/// <summary>
/// What each picture of a row changes in the one before: the smallest rectangle around the changes, transparent where nothing
/// changed, so that laid over the one before it gives the picture. The first is taken whole.
/// </summary>
internal sealed class PictureDifference : IDisposable
{
    private SKBitmap? _previous;

    /// <summary>Takes the next picture.</summary>
    /// <param name="picture">The picture; four bytes a pixel, opaque.</param>
    /// <param name="place">Where the rectangle's upper left corner lies.</param>
    /// <returns>The rectangle, of at least one pixel.</returns>
    public SKBitmap Take(SKBitmap picture, out SKPointI place)
    {
        if (picture.BytesPerPixel != sizeof(uint))
        {
            throw new ArgumentException("A picture of four bytes a pixel is needed.", nameof(picture));
        }

        if (_previous is not null && _previous.Info != picture.Info)
        {
            throw new ArgumentException("A picture as large as the first is needed.", nameof(picture));
        }

        SKRectI changed = Changed(picture);
        place = changed.Location;
        var difference = new SKBitmap(
            new SKImageInfo(changed.Width, changed.Height, picture.ColorType, SKAlphaType.Unpremul)
        );
        for (var row = 0; row < changed.Height; row++)
        {
            var target = Pixels(difference, row);
            Pixels(picture, changed.Top + row).Slice(changed.Left, changed.Width).CopyTo(target);
            if (_previous is null)
            {
                continue;
            }

            var before = Pixels(_previous, changed.Top + row).Slice(changed.Left, changed.Width);
            for (var column = 0; column < target.Length; column++)
            {
                target[column] = target[column] == before[column] ? 0 : target[column];
            }
        }

        _previous?.Dispose();
        _previous = picture.Copy();
        return difference;
    }

    public void Dispose() => _previous?.Dispose();

    private SKRectI Changed(SKBitmap picture)
    {
        if (_previous is null)
        {
            return picture.Info.Rect;
        }

        var (left, top, right, bottom) = (picture.Width, picture.Height, 0, 0);
        for (var row = 0; row < picture.Height; row++)
        {
            var now = Pixels(picture, row);
            var before = Pixels(_previous, row);
            var first = now.CommonPrefixLength(before);
            if (first == now.Length)
            {
                continue;
            }

            var last = now.Length - 1;
            while (now[last] == before[last])
            {
                last--;
            }

            (left, right) = (Math.Min(left, first), Math.Max(right, last + 1));
            (top, bottom) = (Math.Min(top, row), row + 1);
        }

        return right == 0 ? new SKRectI(0, 0, 1, 1) : new SKRectI(left, top, right, bottom);
    }

    private static Span<uint> Pixels(SKBitmap picture, int row) =>
        MemoryMarshal.Cast<byte, uint>(picture.GetPixelSpan().Slice(row * picture.RowBytes, picture.RowBytes));
}
