using Hebb.Environments.Memory.Options;
using Hebb.Environments.Scenes;
using Hebb.Numerics;

namespace Hebb.Environments.Memory;

/// <summary>A symbol is shown, then nothing for some steps, then a second symbol: are the two the same?</summary>
/// <remarks>
/// Observation: a number for each symbol, 1 for that which is shown and 0 for the others, then the question, 1 beside the second symbol.
/// Actions: 0 no match, 1 match. They match in half of the episodes; in the others the second symbol is one of
/// those left. An episode has delay + 2 actions, the last of which is rewarded 1 if it is right and -1 if not.
/// State: the actions taken, the first symbol, the second one.
/// Delayed matching to sample is a task of animal learning: Blough, "Delayed matching in the pigeon" (1959).
/// </remarks>
internal sealed class DelayedMatch : RecallEnvironment
{
    private readonly DelayedMatchSettings _settings;

    /// <summary>Makes it, still to be reset.</summary>
    public DelayedMatch(DelayedMatchSettings settings)
        : base(
            new EnvironmentSpecification(
                "DelayedMatch-v0",
                new BoxSpace(new float[settings.Symbols + 1], [.. Enumerable.Repeat(1f, settings.Symbols + 1)]),
                new DiscreteSpace(2),
                StepLimit: settings.Delay + 2,
                SolvedAt: null
            )
            {
                StepsPerSecond = 4,
            },
            stateSize: 3
        ) => _settings = settings;

    /// <inheritdoc/>
    protected override bool HasPossibleState =>
        base.HasPossibleState
        && IsWhole(Numbers[1], 0, _settings.Symbols - 1)
        && IsWhole(Numbers[2], 0, _settings.Symbols - 1);

    /// <inheritdoc/>
    protected override void Compose(Pcg64 random)
    {
        var first = random.NextInteger(_settings.Symbols);
        var other = random.NextInteger(_settings.Symbols - 1);
        Numbers[1] = first;
        Numbers[2] =
            random.NextInteger(2) == 1 ? first
            : other < first ? other
            : other + 1;
    }

    /// <inheritdoc/>
    protected override void Observe(int time, Pcg64 random, Span<float> observation)
    {
        if (time == 0)
        {
            observation[(int)Numbers[1]] = 1;
        }
        else if (time == _settings.Delay + 1)
        {
            observation[(int)Numbers[2]] = 1;
            observation[^1] = 1;
        }
    }

    /// <inheritdoc/>
    protected override bool IsRight(int action) => action == 1 == (Numbers[1] == Numbers[2]);

    /// <inheritdoc/>
    protected override string ActionName(int action) => action == 0 ? "no match" : "match";

    /// <inheritdoc/>
    protected override Scene Drawn(string words)
    {
        var isAsked = Time > _settings.Delay;
        return SymbolScene.Draw(
            [
                Cell(Numbers[1], "first", Time == 0 ? SceneColor.Accent : SceneColor.Faint),
                isAsked
                    ? Cell(Numbers[2], "second", SceneColor.Accent)
                    : new SymbolCell("", "second", SceneColor.Faint),
            ],
            isAsked
                ? "the same?"
                : FormattableString.Invariant($"step {Time} of {_settings.Delay + 1} to the second symbol"),
            words
        );
    }

    private static SymbolCell Cell(double symbol, string label, SceneColor color) =>
        new(FormattableString.Invariant($"{symbol}"), label, color);
}
