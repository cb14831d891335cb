using CsCheck;

namespace Hebb.Lab.Tests.Scenes;

public sealed class FrameSelectionTests
{
    [Fact]
    public void First_and_last_are_kept_and_those_between_stand_evenly() =>
        Gen.Select(Gen.Int[1, 400], Gen.Int[2, 60])
            .Sample(
                (length, most) =>
                {
                    var frames = Watched.Kept(Enumerable.Range(0, length).Select(Watched.Frame), most);
                    int[] steps = [.. frames.Select(frame => frame.Step)];
                    Assert.InRange(steps.Length, Math.Min(length, (most / 2) + 1), most);
                    Assert.Equal(0, steps[0]);
                    Assert.Equal(length - 1, steps[^1]);
                    Assert.Equal(length <= most, steps.Length == length);
                    if (steps.Length > 2)
                    {
                        var every = steps[1];
                        Assert.True(int.IsPow2(every));
                        Assert.All(steps[..^1].Index(), pair => Assert.Equal(pair.Index * every, pair.Item));
                        Assert.InRange(steps[^1] - steps[^2], 1, 2 * every);
                    }
                }
            );
}
