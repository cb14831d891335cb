using Hebb.Environments.Memory.Options;
using Hebb.Environments.Scenes;
using Hebb.Numerics;

namespace Hebb.Environments.Memory;

/// <summary>
/// A corridor that ends at a junction of two arms, one of which is rewarded. Which one is shown at the start alone, so that it has to
/// be remembered for as many steps as the corridor is long.
/// </summary>
/// <remarks>
/// Actions: 0 north, 1 east, 2 south, 3 west; the corridor runs east, from position 0 to the junction at position N. Observation, 3
/// numbers: 0 1 1 at the start if north is rewarded and 1 1 0 if south is, each half of the time; 1 0 1 in the corridor, or a 0 b with
/// a and b uniform from 0 to 1; 0 1 0 at the junction; zeros in an arm. North or south at the junction ends the episode with 4 in the
/// rewarded arm and -0.1 in the other one. A step that leaves the position as it is costs 0.1, any other move 0.
/// State: the position, the rewarded arm (1 north, -1 south), the arm that was entered (1, -1; 0 for none).
/// Bakker, "Reinforcement learning with long short-term memory" (2002). Its text leaves open whether the cue is shown again on a return
/// to the start (here it is not, see <see cref="TMazeSettings.ShowsCueOnce"/>) and when an episode ends that never leaves
/// the corridor (here after 5 N + 20 steps, a truncation by the time limit).
/// </remarks>
internal sealed class TMaze : MemoryEnvironment
{
    /// <summary>The reward of the right arm.</summary>
    public const double ArmReward = 4;

    /// <summary>What a step costs that leads nowhere.</summary>
    public const double WaitCost = 0.1;

    private const int North = 0;
    private const int East = 1;
    private const int South = 2;
    private const int West = 3;
    private static readonly string[] ActionNames = ["north", "east", "south", "west"];

    private readonly TMazeSettings _settings;

    /// <summary>Makes it, still to be reset.</summary>
    public TMaze(TMazeSettings settings)
        : base(
            new EnvironmentSpecification(
                "TMaze-v0",
                new BoxSpace([0, 0, 0], [1, 1, 1]),
                new DiscreteSpace(ActionNames.Length),
                StepLimit: (5 * settings.Length) + 20,
                SolvedAt: null
            )
            {
                Goal = "a reward of 4 at the end of 95 of 100 episodes",
                StepsPerSecond = 5,
            },
            stateSize: 3
        ) => _settings = settings;

    /// <inheritdoc/>
    protected override bool HasPossibleState =>
        IsWhole(Numbers[0], 0, _settings.Length)
        && Math.Abs(Numbers[1]) == 1
        && (Numbers[2] == 0 || Math.Abs(Numbers[2]) == 1);

    /// <inheritdoc/>
    protected override void Begin(Pcg64 random, Span<float> observation)
    {
        Numbers[0] = 0;
        Numbers[1] = random.NextInteger(2) == 0 ? 1 : -1;
        Numbers[2] = 0;
        ShowCue(observation);
    }

    /// <inheritdoc/>
    protected override double Act(int action, Pcg64 random, Span<float> observation, out bool terminated)
    {
        var position = (int)Numbers[0];
        if (position == _settings.Length && action is North or South)
        {
            terminated = true;
            Numbers[2] = action == North ? 1 : -1;
            return Numbers[2] == Numbers[1] ? ArmReward : -WaitCost;
        }

        terminated = false;
        var next = action switch
        {
            East => Math.Min(position + 1, _settings.Length),
            West => Math.Max(position - 1, 0),
            _ => position,
        };
        Numbers[0] = next;
        Observe(next, random, observation);
        return next == position ? -WaitCost : 0;
    }

    private void Observe(int position, Pcg64 random, Span<float> observation)
    {
        if (position == _settings.Length)
        {
            observation[1] = 1;
        }
        else if (position == 0 && !_settings.ShowsCueOnce)
        {
            ShowCue(observation);
        }
        else if (_settings.IsNoisy)
        {
            observation[0] = (float)random.NextDouble();
            observation[2] = (float)random.NextDouble();
        }
        else
        {
            observation[0] = 1;
            observation[2] = 1;
        }
    }

    private void ShowCue(Span<float> observation)
    {
        observation[1] = 1;
        observation[Numbers[1] > 0 ? 2 : 0] = 1;
    }

    /// <inheritdoc/>
    protected override string ActionName(int action) => ActionNames[action];

    /// <inheritdoc/>
    protected override Scene Drawn(string words) =>
        TMazeScene.Draw(_settings.Length, (int)Numbers[0], Numbers[1] > 0, (int)Numbers[2], words);
}
