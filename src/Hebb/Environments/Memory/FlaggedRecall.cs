using Hebb.Environments.Memory.Options;
using Hebb.Environments.Scenes;
using Hebb.Numerics;

namespace Hebb.Environments.Memory;

/// <summary>
/// A sign, -1 or 1, is shown at every step. A flag marks one of those of the first half, which is asked for at the end: what is
/// to be remembered has to be chosen.
/// </summary>
/// <remarks>
/// Observation: the sign, 0 at the question; the flag, 1 beside the sign that is to be remembered; the question, 1 when the answer
/// is due. The flag comes after a number of steps that is uniform from 0 to L / 2, the question after L. Actions: 0 for -1, 1 for 1. An
/// episode has L + 1 actions, the last of which is rewarded 1 if it is right and -1 if not.
/// State: the actions taken, the step of the flag, the sign to be remembered (0 until it is shown), the sign shown (0 at the question).
/// </remarks>
internal sealed class FlaggedRecall : RecallEnvironment
{
    private readonly int _length;

    /// <summary>Makes it, still to be reset.</summary>
    public FlaggedRecall(FlaggedRecallSettings settings)
        : base(
            new EnvironmentSpecification(
                "FlaggedRecall-v0",
                new BoxSpace([-1, 0, 0], [1, 1, 1]),
                new DiscreteSpace(2),
                StepLimit: settings.Length + 1,
                SolvedAt: null
            )
            {
                StepsPerSecond = 4,
            },
            stateSize: 4
        ) => _length = settings.Length;

    /// <inheritdoc/>
    protected override bool HasPossibleState =>
        base.HasPossibleState
        && IsWhole(Numbers[1], 0, _length / 2)
        && IsWhole(Numbers[2], -1, 1)
        && IsWhole(Numbers[3], -1, 1);

    /// <inheritdoc/>
    protected override void Compose(Pcg64 random)
    {
        Numbers[1] = random.NextInteger((_length / 2) + 1);
        Numbers[2] = 0;
    }

    /// <inheritdoc/>
    protected override void Observe(int time, Pcg64 random, Span<float> observation)
    {
        Numbers[3] = 0;
        if (time < _length)
        {
            Numbers[3] = random.NextInteger(2) == 0 ? -1 : 1;
            observation[0] = (float)Numbers[3];
            if (time == (int)Numbers[1])
            {
                Numbers[2] = Numbers[3];
                observation[1] = 1;
            }
        }
        else if (time == _length)
        {
            observation[2] = 1;
        }
    }

    /// <inheritdoc/>
    protected override bool IsRight(int action) => action == 1 == Numbers[2] > 0;

    /// <inheritdoc/>
    protected override string ActionName(int action) => action == 0 ? "-1" : "1";

    /// <inheritdoc/>
    protected override Scene Drawn(string words)
    {
        var isFlagged = Time == (int)Numbers[1];
        return SymbolScene.Draw(
            [
                new SymbolCell(
                    Time >= _length ? "?" : Sign(Numbers[3]),
                    isFlagged ? "flagged" : "shown",
                    isFlagged ? SceneColor.Goal : SceneColor.Accent
                ),
                new SymbolCell(Sign(Numbers[2]), "to recall", SceneColor.Goal),
            ],
            FormattableString.Invariant($"step {Time} of {_length} to the question"),
            words
        );
    }

    private static string Sign(double sign) =>
        sign > 0 ? "1"
        : sign < 0 ? "-1"
        : "";
}
