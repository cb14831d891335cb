using Hebb.Environments.Memory.Options;
using Hebb.Environments.Scenes;
using Hebb.Numerics;

namespace Hebb.Environments.Memory;

/// <summary>Some bits are shown at the start, and one of them is asked for at the end of a chain of steps.</summary>
/// <remarks>
/// Observation: 1 - t/L; the place of the bit that is asked for, shown at t = L - 1 alone; the bits as -1 and 1, shown at t = 0 alone.
/// Actions: 0 and 1, the value of the bit. An episode has L + 1 actions, the last of which is rewarded 1 if it is right and -1 if
/// not; the others are rewarded 0. As in the original, the observation after a step is that of the time before it: the bits are
/// observed at the reset and after the first step, and after the last one 1 - t/L is 0.
/// State: the actions taken, the place that is asked for, the bits.
/// The memory chain of Osband et al., "Behaviour suite for reinforcement learning" (2020): memory_len has 1 bit and lengths up to 100,
/// memory_size length 2 and up to 40 bits.
/// </remarks>
internal sealed class MemoryChain : RecallEnvironment
{
    private const int BitsBegin = 2;
    private readonly int _length;

    /// <summary>Makes it, still to be reset.</summary>
    /// <param name="name">Its registered name.</param>
    public MemoryChain(string name, MemoryChainSettings settings)
        : base(
            new EnvironmentSpecification(
                name,
                new BoxSpace(
                    [0, 0, .. Enumerable.Repeat(-1f, settings.Bits)],
                    [1, settings.Bits - 1, .. Enumerable.Repeat(1f, settings.Bits)]
                ),
                new DiscreteSpace(2),
                StepLimit: settings.Length + 1,
                SolvedAt: null
            )
            {
                Goal = "a mean return above 0.25 over 10000 episodes",
                StepsPerSecond = 4,
            },
            BitsBegin + settings.Bits
        ) => _length = settings.Length;

    /// <inheritdoc/>
    protected override bool HasPossibleState =>
        base.HasPossibleState
        && IsWhole(Numbers[1], 0, Numbers.Length - BitsBegin - 1)
        && Array.TrueForAll(Numbers[BitsBegin..], bit => bit is 0 or 1);

    /// <inheritdoc/>
    protected override void Compose(Pcg64 random)
    {
        for (var index = BitsBegin; index < Numbers.Length; index++)
        {
            Numbers[index] = random.NextInteger(2);
        }

        Numbers[1] = random.NextInteger(Numbers.Length - BitsBegin);
    }

    /// <inheritdoc/>
    protected override void Observe(int time, Pcg64 random, Span<float> observation)
    {
        var shown = Shown(time);
        observation[0] = (float)(1 - ((double)shown / _length));
        if (shown == _length - 1)
        {
            observation[1] = (float)Numbers[1];
        }

        if (shown == 0)
        {
            for (var index = BitsBegin; index < Numbers.Length; index++)
            {
                observation[index] = (float)((2 * Numbers[index]) - 1);
            }
        }
    }

    // The time that an observation is of is the one before the step that returns it.
    private static int Shown(int time) => Math.Max(time - 1, 0);

    /// <inheritdoc/>
    protected override bool IsRight(int action) => action == (int)Numbers[BitsBegin + (int)Numbers[1]];

    /// <inheritdoc/>
    protected override string ActionName(int action) => action == 0 ? "0" : "1";

    /// <inheritdoc/>
    protected override Scene Drawn(string words)
    {
        var shown = Shown(Time);
        var isAsked = shown >= _length - 1;
        return SymbolScene.Draw(
            [
                .. Numbers
                    .Skip(BitsBegin)
                    .Select(
                        (bit, place) =>
                            new SymbolCell(
                                ActionName((int)bit),
                                isAsked && place == (int)Numbers[1] ? "asked" : "",
                                isAsked && place == (int)Numbers[1] ? SceneColor.Goal
                                    : shown == 0 ? SceneColor.Accent
                                    : SceneColor.Faint
                            )
                    ),
            ],
            FormattableString.Invariant(
                $"time {shown} of {_length}: the bits are {(shown == 0 ? "shown" : "no longer shown")}"
            ),
            words
        );
    }
}
