using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Lab.Scenes;
using SkiaSharp;

namespace Hebb.Lab.Tests.Scenes;

public sealed class EpisodePictureTests
{
    private const int Width = 200;
    private const double Pace = 50;

    [Theory]
    [InlineData("CartPole-v1")]
    [InlineData("MountainCar-v0")]
    public void Every_frame_is_seen_as_it_was_drawn(string environment)
    {
        var frames = Watched.Episode(environment, most: 12);
        EnvironmentSpecification played = CatalogueSet.Standard.Environments.Find(environment).Specification;
        var seen = new AnimatedPng(Written(frames, played)).Frames().ToArray();
        Assert.Equal(frames.Count, seen.Length);
        using var painter = ScenePainter.Fitting(
            frames[0].Scene,
            Width,
            Width * ScenePainter.StandardHeight / ScenePainter.StandardWidth
        );
        painter.LongestWords = frames[^1].Words(played);
        for (var index = 0; index < seen.Length; index++)
        {
            using SKBitmap drawn = painter.Paint(frames[index].Scene, Watched.Title, frames[index].Words(played));
            Assert.Equal(drawn.Pixels, seen[index].Pixels);
            Assert.Equal(
                index + 1 < seen.Length ? (frames[index + 1].Step - frames[index].Step) / Pace : 1,
                seen[index].Seconds,
                tolerance: 1e-9
            );
        }
    }

    [Fact]
    public void Chunks_are_those_of_the_specification()
    {
        var frames = Watched.Episode();
        var picture = new AnimatedPng(Written(frames, Watched.CartPole));
        Assert.Equal("IHDR acTL fcTL IDAT", string.Join(' ', picture.Chunks.Take(4).Select(chunk => chunk.Name)));
        Assert.Equal("IEND", picture.Chunks[^1].Name);
        byte[] animation = Assert.Single(picture.Named("acTL"));
        Assert.Equal((uint)frames.Count, AnimatedPng.Number(animation, 0));
        Assert.Equal(0u, AnimatedPng.Number(animation, 4));
        Assert.Equal(frames.Count, picture.Named("fcTL").Count());
        uint[] sequence =
        [
            .. picture
                .Chunks.Where(chunk => chunk.Name is "fcTL" or "fdAT")
                .Select(chunk => AnimatedPng.Number(chunk.Content, 0)),
        ];
        Assert.Equal(Enumerable.Range(0, sequence.Length).Select(number => (uint)number), sequence);
    }

    [Fact]
    public void Programs_that_know_no_animation_see_the_first_frame()
    {
        var frames = Watched.Episode();
        var file = Written(frames, Watched.CartPole);
        using SKBitmap first = SKBitmap.Decode(file);
        Assert.Equal(new AnimatedPng(file).Frames().First().Pixels, first.Pixels);
    }

    [Fact]
    public void The_same_episode_gives_the_same_bytes() =>
        Assert.Equal(Written(Watched.Episode(), Watched.CartPole), Written(Watched.Episode(), Watched.CartPole));

    [Fact]
    public void Frames_that_change_nothing_and_single_ones_are_written_too()
    {
        var frame = Watched.Episode()[0];
        Assert.Equal(3, new AnimatedPng(Written([frame, frame, frame], Watched.CartPole)).Frames().Count());
        Assert.Single(new AnimatedPng(Written([frame], Watched.CartPole)).Frames());
    }

    [Fact]
    public void A_picture_that_is_stopped_leaves_nothing()
    {
        using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(directory.New());
        var file = Path.Combine(directory.New(), "episode.png");
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            EpisodePicture.Write(file, Watched.Title, Watched.CartPole, Watched.Episode(), Pace, Width, stopped.Token)
        );
        Assert.Empty(Directory.GetFiles(directory.New()));
    }

    private static byte[] Written(IReadOnlyList<EpisodeFrame> frames, EnvironmentSpecification environment)
    {
        using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(directory.New());
        var file = Path.Combine(directory.New(), "episode.png");
        EpisodePicture.Write(file, Watched.Title, environment, frames, Pace, Width);
        return File.ReadAllBytes(file);
    }
}
