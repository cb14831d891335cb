using Hebb.Environments.Scenes;
using Hebb.Lab.Scenes;
using SkiaSharp;

namespace Hebb.Lab.Tests.Scenes;

public sealed class ScenePainterTests
{
    private static readonly SKColor Accent = new(0x00, 0x72, 0xB2);

    [Fact]
    public void What_is_drawn_lies_where_the_painter_says()
    {
        EpisodeFrame frame = Watched.Episode()[2];
        using var painter = ScenePainter.Fitting(frame.Scene);
        using SKBitmap picture = painter.Paint(frame.Scene, Watched.Title, "");
        SceneRectangle cart = Assert.Single(frame.Scene.Shapes.OfType<SceneRectangle>());
        SceneSegment pole = Assert.Single(
            frame.Scene.Shapes.OfType<SceneSegment>(),
            segment => segment.Color == SceneColor.Accent
        );
        Assert.Equal(
            new SKColor(0x45, 0x52, 0x5C),
            At(new ScenePoint(cart.Left + (cart.Width / 8), cart.Bottom + (cart.Height / 2)))
        );
        Assert.Equal(Accent, At(new ScenePoint((pole.From.X + pole.To.X) / 2, (pole.From.Y + pole.To.Y) / 2)));
        Assert.NotEqual(Accent, At(pole.To.Moved(0, 2 * pole.Width)));

        SKColor At(ScenePoint point)
        {
            var (x, y) = painter.Place(frame.Scene, point);
            return picture.GetPixel((int)x, (int)y);
        }
    }

    [Theory]
    [InlineData(200, 100)]
    [InlineData(100, 300)]
    public void Proportions_are_kept_in_pictures_of_any_size(int width, int height)
    {
        // As wide as high on the picture, whatever the picture's sides are.
        var scene = new Scene(-2, -1, 4, 2, [new SceneDisc(new ScenePoint(0, 0), 1, SceneColor.Accent)]);
        using var painter = new ScenePainter(width, height);
        using SKBitmap picture = painter.Paint(scene, "", "");
        SKPointI[] drawn =
        [
            .. from x in Enumerable.Range(0, width)
            from y in Enumerable.Range(0, height)
            where picture.GetPixel(x, y) == Accent
            select new SKPointI(x, y),
        ];
        var across = drawn.Max(point => point.X) - drawn.Min(point => point.X);
        var down = drawn.Max(point => point.Y) - drawn.Min(point => point.Y);
        Assert.InRange(across - down, -1, 1);
        Assert.InRange(across, 20, 100);
    }

    [Fact]
    public void Every_kind_of_shape_leaves_a_mark()
    {
        SceneShape[] shapes =
        [
            new SceneSegment(new(0.2, 0.2), new(0.8, 0.8), SceneColor.Ink, 0),
            new SceneSegment(new(0.2, 0.2), new(0.8, 0.8), SceneColor.Ink, 0.1) { IsDashed = true },
            new ScenePolyline([new(0.2, 0.2), new(0.5, 0.8), new(0.8, 0.2)], SceneColor.Muted, 0.02),
            new ScenePolygon([new(0.2, 0.2), new(0.5, 0.8), new(0.8, 0.2)], SceneColor.Goal),
            new SceneRectangle(0.2, 0.2, 0.5, 0.5, SceneColor.Warning) { CornerRadius = 0.1 },
            new SceneDisc(new(0.5, 0.5), 0.2, SceneColor.Fill),
            new SceneCircle(new(0.5, 0.5), 0.2, SceneColor.Faint, 0.05),
            new SceneText(new(0.5, 0.5), "lever", 0.2, SceneAlignment.Centre, SceneColor.Ground),
        ];
        using var painter = new ScenePainter(100, 140);
        Assert.All(shapes, shape => Assert.True(Marks(shape) > 20));

        int Marks(SceneShape shape)
        {
            using SKBitmap picture = painter.Paint(new Scene(0, 0, 1, 1, [shape]), "", "");
            return picture.Pixels.Count(pixel => pixel != SKColors.White);
        }
    }

    [Fact]
    public void Titles_too_long_for_the_picture_are_written_smaller()
    {
        using var painter = new ScenePainter(200, 100);
        using SKBitmap picture = painter.Paint(
            new Scene(0, 0, 1, 1, []),
            string.Join(' ', Enumerable.Repeat("title", 20)),
            "step 132 of 500, return 132"
        );
        Assert.All(Enumerable.Range(0, 100), row => Assert.Equal(SKColors.White, picture.GetPixel(199, row)));
        Assert.Contains(picture.Pixels, pixel => pixel != SKColors.White);
    }

    [Fact]
    public void Titles_do_not_change_their_size_as_the_numbers_grow()
    {
        const string Longest = "step 188 of 500, return -188";
        using var painter = new ScenePainter(300, 100) { LongestWords = Longest };
        Assert.Equal(Title("step 1 of 500, return -1"), Title(Longest));

        SKColor[] Title(string words)
        {
            using SKBitmap picture = painter.Paint(new Scene(0, 0, 1, 1, []), Watched.Title, words);
            return
            [
                .. from x in Enumerable.Range(0, 120) from y in Enumerable.Range(0, 40) select picture.GetPixel(x, y),
            ];
        }
    }

    [Fact]
    public void Dots_have_the_colours_of_what_is_drawn_over_them()
    {
        var scene = new Scene(
            0,
            0,
            2,
            1,
            [
                new SceneRectangle(0, 0, 2, 0.5, SceneColor.Ground),
                new SceneDisc(new ScenePoint(1, 0.5), 0.25, SceneColor.Accent),
            ]
        );
        var raster = SceneRaster.Draw(scene, 40, 20);
        Assert.Equal(SceneColor.Accent, raster[20, 10]);
        Assert.Equal(SceneColor.Ground, raster[2, 17]);
        Assert.Null(raster[2, 2]);
        Assert.Equal((20, 10), raster.Place(scene, new ScenePoint(1, 0.4999)));
        Assert.InRange(Count(SceneColor.Accent), 60, 100);

        int Count(SceneColor color) =>
            Enumerable.Range(0, 800).Count(dot => raster[dot % raster.Width, dot / raster.Width] == color);
    }
}
