using Hebb.Environments;
using Hebb.Environments.Memory.Options;

namespace Hebb.Tests.Environments.Memory;

/// <summary>The rules of the tasks in which one answer is asked for at the end.</summary>
public sealed class RecallTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(11)]
    public void The_flagged_sign_is_the_answer(int length)
    {
        IEnvironment environment = MemoryPlay.Create("FlaggedRecall-v0", new FlaggedRecallSettings { Length = length });
        var flags = new HashSet<int>();
        for (var seed = 0UL; seed < 80; seed++)
        {
            float sign = 0;
            MemoryPlay.Episode played = MemoryPlay.Play(
                environment,
                seed,
                (observation, step) =>
                {
                    Assert.Equal(step < length ? 1 : 0, Math.Abs(observation[0]));
                    Assert.Equal(step == length ? 1 : 0, observation[2]);
                    if (observation[1] > 0)
                    {
                        Assert.Equal(0, sign);
                        sign = observation[0];
                        flags.Add(step);
                    }

                    return sign > 0 ? 1 : 0;
                }
            );
            Assert.Equal((1, length + 1), (played.Return, played.Steps));
        }

        Assert.Equal(Enumerable.Range(0, (length / 2) + 1), flags.Order());
    }

    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(3, 16, 4)]
    [InlineData(8, 3, 2)]
    [InlineData(64, 64, 64)]
    public void The_value_that_was_shown_with_the_key_is_the_answer(int pairs, int keySize, int values)
    {
        var settings = new AssociativeRecallSettings
        {
            Pairs = pairs,
            KeySize = keySize,
            Values = values,
        };
        IEnvironment environment = MemoryPlay.Create("AssociativeRecall-v0", settings);
        Assert.Equal(keySize + values, environment.Specification.Observations.Size);
        var first = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0UL; seed < 30; seed++)
        {
            var known = new Dictionary<string, int>(StringComparer.Ordinal);
            MemoryPlay.Episode played = MemoryPlay.Play(
                environment,
                seed,
                (observation, step) =>
                {
                    var key = MemoryPlay.Text(observation[..keySize]);
                    var value = Array.IndexOf(observation[keySize..], 1f);
                    if (step < pairs)
                    {
                        known.Add(key, value);
                        return 0;
                    }

                    Assert.Equal(-1, value);
                    return known[key];
                }
            );
            Assert.Equal((1, pairs + 1), (played.Return, played.Steps));
            first.Add(known.Keys.First());
        }

        Assert.InRange(first.Count, Math.Min(2, 1 << Math.Min(keySize, 4)), 30);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(3, 5)]
    public void Whether_the_symbols_match_is_the_answer(int delay, int symbols)
    {
        IEnvironment environment = MemoryPlay.Create(
            "DelayedMatch-v0",
            new DelayedMatchSettings { Delay = delay, Symbols = symbols }
        );
        var matches = 0;
        var shown = new HashSet<(int First, int Second)>();
        for (var seed = 0UL; seed < 400; seed++)
        {
            var first = -1;
            MemoryPlay.Episode played = MemoryPlay.Play(
                environment,
                seed,
                (observation, step) =>
                {
                    var symbol = Array.IndexOf(observation, 1f, 0, symbols);
                    Assert.Equal(step > delay ? 1 : 0, observation[^1]);
                    Assert.Equal(step == 0 || step > delay, symbol >= 0);
                    first = step == 0 ? symbol : first;
                    if (step > delay)
                    {
                        shown.Add((first, symbol));
                        matches += first == symbol ? 1 : 0;
                    }

                    return first == symbol ? 1 : 0;
                }
            );
            Assert.Equal((1, delay + 2), (played.Return, played.Steps));
        }

        Assert.InRange(matches, 160, 240);
        Assert.Equal(symbols * symbols, shown.Count);
    }

    [Theory]
    [InlineData("MemoryLength-v0", 0)]
    [InlineData("MemorySize-v0", 0)]
    [InlineData("FlaggedRecall-v0", 0)]
    [InlineData("AssociativeRecall-v0", -0.5)]
    [InlineData("DelayedMatch-v0", 0)]
    public void Chance_is_right_as_often_as_there_are_answers(string name, double mean) =>
        Assert.InRange(MemoryPlay.RandomMean(MemoryPlay.Create(name), 3000), mean - 0.08, mean + 0.08);
}
