using Hebb.Environments.Scenes;

namespace Hebb.Environments.Memory;

/// <summary>The T-maze from above; corridors of every length are drawn equally long.</summary>
internal static class TMazeScene
{
    private const double Corridor = 16;
    private const double Path = 1.4;
    private const double Arm = 2.4;
    private const double Radius = 0.5;
    private const double LetterHeight = 0.6;

    /// <summary>Draws it.</summary>
    /// <param name="length">The steps from the start to the junction.</param>
    /// <param name="position">Where the agent is, in steps from the start.</param>
    /// <param name="isNorth">Whether the arm in the north is rewarded.</param>
    /// <param name="arm">The arm that the agent is in: 1 north, -1 south, 0 for none.</param>
    /// <param name="words">What was done last.</param>
    public static Scene Draw(int length, int position, bool isNorth, int arm, string words)
    {
        const double Half = Path / 2;
        var agent = new ScenePoint(Corridor * position / length, Arm * arm);
        var goal = new ScenePoint(Corridor, isNorth ? Arm : -Arm);
        SceneColor color =
            arm == 0 ? SceneColor.Accent
            : arm > 0 == isNorth ? SceneColor.Goal
            : SceneColor.Warning;
        return new Scene(
            -2,
            -Arm - Path,
            Corridor + 4,
            (2 * Arm) + (2 * Path),
            [
                new SceneRectangle(-Half, -Half, Corridor + Path, Path, SceneColor.Ground),
                new SceneRectangle(Corridor - Half, -Arm - Half, Path, (2 * Arm) + Path, SceneColor.Ground),
                new SceneCircle(goal, Radius + 0.1, SceneColor.Goal, 0.15),
                new SceneDisc(agent, Radius, color),
                new SceneText(
                    new ScenePoint(0, -Half - LetterHeight),
                    FormattableString.Invariant($"position {position} of {length} to the junction"),
                    LetterHeight,
                    SceneAlignment.Left,
                    SceneColor.Muted
                ),
                new SceneText(
                    new ScenePoint(0, -Half - (2.2 * LetterHeight)),
                    words,
                    LetterHeight,
                    SceneAlignment.Left,
                    SceneColor.Muted
                ),
            ]
        );
    }
}
