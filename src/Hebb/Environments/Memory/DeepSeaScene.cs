using Hebb.Environments.Scenes;

namespace Hebb.Environments.Memory;

/// <summary>The deep sea: a grid, the treasure at its lower right, the diver.</summary>
internal static class DeepSeaScene
{
    // More lines would hide the diver.
    private const int MostLines = 20;

    /// <summary>Draws it.</summary>
    /// <param name="size">Rows and columns.</param>
    /// <param name="row">The diver's row from above; as many as there are rows at the end.</param>
    /// <param name="column">The diver's column.</param>
    /// <param name="words">What was done last.</param>
    public static Scene Draw(int size, int row, int column, string words)
    {
        var margin = 0.06 * size;
        var letters = 0.05 * size;
        var thin = 0.003 * size;
        List<SceneShape> shapes = [];
        for (var line = 0; line <= size; line++)
        {
            if (size <= MostLines || line == 0 || line == size)
            {
                shapes.Add(
                    new SceneSegment(new ScenePoint(0, line), new ScenePoint(size, line), SceneColor.Faint, thin)
                );
                shapes.Add(
                    new SceneSegment(new ScenePoint(line, 0), new ScenePoint(line, size), SceneColor.Faint, thin)
                );
            }
        }

        var height = size - row - 0.5;
        shapes.Add(new SceneRectangle(size - 0.8, 0.2, 0.6, 0.4, SceneColor.Goal));
        shapes.Add(new SceneDisc(new ScenePoint(column + 0.5, height), 0.35, SceneColor.Accent));
        shapes.Add(Words(-1 - letters, FormattableString.Invariant($"row {row} of {size}, column {column}")));
        shapes.Add(Words(-1 - (2.5 * letters), words));
        // The diver ends below the last row.
        var below = 1 + (3.5 * letters);
        return new Scene(-margin, -below, size + (2 * margin), size + below + margin, [.. shapes]);

        SceneText Words(double line, string text) =>
            new(new ScenePoint(0, line), text, letters, SceneAlignment.Left, SceneColor.Muted);
    }
}
