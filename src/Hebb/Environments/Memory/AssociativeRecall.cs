using Hebb.Environments.Memory.Options;
using Hebb.Environments.Scenes;
using Hebb.Numerics;

namespace Hebb.Environments.Memory;

/// <summary>
/// Random keys are shown one by one, each with its value; then one of the keys is shown alone, and its value is asked for. Keys and
/// values are drawn anew for every episode: only a memory that stores them at once can answer.
/// </summary>
/// <remarks>
/// Observation: the numbers of a key, each -1 or 1, then the value, a number for each of the possible ones, 1 for that which it is
/// and 0 for the others; all 0 at the question. Actions: the values. An episode has K + 1 actions, the last of which is rewarded
/// 1 if it is right and -1 if not. The keys of an episode differ; values may be equal.
/// State: the actions taken, the place of the key that is asked for, the values by the places of their keys, the keys one after the other.
/// </remarks>
internal sealed class AssociativeRecall : RecallEnvironment
{
    private const int ValuesBegin = 2;

    private readonly AssociativeRecallSettings _settings;
    private readonly int _keysBegin;
    private readonly ulong[] _drawn;

    /// <summary>Makes it, still to be reset.</summary>
    public AssociativeRecall(AssociativeRecallSettings settings)
        : base(
            new EnvironmentSpecification(
                "AssociativeRecall-v0",
                new BoxSpace(
                    [.. Enumerable.Repeat(-1f, settings.KeySize), .. new float[settings.Values]],
                    [.. Enumerable.Repeat(1f, settings.KeySize + settings.Values)]
                ),
                new DiscreteSpace(settings.Values),
                StepLimit: settings.Pairs + 1,
                SolvedAt: null
            )
            {
                StepsPerSecond = 2,
            },
            ValuesBegin + (settings.Pairs * (1 + settings.KeySize))
        )
    {
        _settings = settings;
        _keysBegin = ValuesBegin + settings.Pairs;
        _drawn = new ulong[settings.Pairs];
    }

    /// <inheritdoc/>
    protected override bool HasPossibleState =>
        base.HasPossibleState
        && IsWhole(Numbers[1], 0, _settings.Pairs - 1)
        && Array.TrueForAll(Numbers[ValuesBegin.._keysBegin], value => IsWhole(value, 0, _settings.Values - 1))
        && Array.TrueForAll(Numbers[_keysBegin..], number => Math.Abs(number) == 1);

    /// <inheritdoc/>
    protected override void Compose(Pcg64 random)
    {
        Numbers[1] = random.NextInteger(_settings.Pairs);
        for (var pair = 0; pair < _settings.Pairs; pair++)
        {
            Numbers[ValuesBegin + pair] = random.NextInteger(_settings.Values);
            var key = DrawKey(pair, random);
            Span<double> numbers = Key(pair);
            for (var index = 0; index < numbers.Length; index++)
            {
                numbers[index] = ((key >> index) & 1) == 0 ? -1 : 1;
            }
        }
    }

    // Of two equal keys with other values neither could be answered: a key that was drawn before is drawn again.
    private ulong DrawKey(int pair, Pcg64 random)
    {
        ulong key;
        do
        {
            key = random.NextUInt64() >> (64 - _settings.KeySize);
        } while (_drawn.AsSpan(0, pair).Contains(key));

        _drawn[pair] = key;
        return key;
    }

    private Span<double> Key(int pair) => Numbers.AsSpan(_keysBegin + (pair * _settings.KeySize), _settings.KeySize);

    /// <inheritdoc/>
    protected override void Observe(int time, Pcg64 random, Span<float> observation)
    {
        if (time > _settings.Pairs)
        {
            return;
        }

        Span<double> key = Key(time < _settings.Pairs ? time : (int)Numbers[1]);
        for (var index = 0; index < key.Length; index++)
        {
            observation[index] = (float)key[index];
        }

        if (time < _settings.Pairs)
        {
            observation[_settings.KeySize + (int)Numbers[ValuesBegin + time]] = 1;
        }
    }

    /// <inheritdoc/>
    protected override bool IsRight(int action) => action == (int)Numbers[ValuesBegin + (int)Numbers[1]];

    /// <inheritdoc/>
    protected override string ActionName(int action) => FormattableString.Invariant($"value {action}");

    /// <inheritdoc/>
    protected override Scene Drawn(string words)
    {
        var isAsked = Time >= _settings.Pairs;
        return SymbolScene.Draw(
            [
                .. Enumerable
                    .Range(0, _settings.Pairs)
                    .Select(pair => new SymbolCell(
                        pair <= Time ? FormattableString.Invariant($"{Numbers[ValuesBegin + pair]}") : "",
                        FormattableString.Invariant($"key {pair + 1}"),
                        isAsked && pair == (int)Numbers[1] ? SceneColor.Goal
                            : pair == Time ? SceneColor.Accent
                            : SceneColor.Faint
                    )),
            ],
            isAsked
                ? FormattableString.Invariant($"key {Numbers[1] + 1} is shown alone: what is its value?")
                : FormattableString.Invariant($"key {Time + 1} is shown with its value"),
            words
        );
    }
}
