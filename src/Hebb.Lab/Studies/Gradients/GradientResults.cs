using Hebb.Lab.Records;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>The tables and the figure of a check.</summary>
public static class GradientResults
{
    /// <summary>The names of the files, in the order in which they are written.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
    ["gradients.csv", "orders.csv", "gradients.png", "gradients.svg"];

    /// <summary>Writes them, each whole or not at all; what has these names is replaced.</summary>
    /// <param name="directory">Where to; it exists.</param>
    /// <param name="options">What was checked.</param>
    /// <param name="findings">What was found.</param>
    public static void Write(string directory, GradientCheckOptions options, IReadOnlyList<GradientFinding> findings)
    {
        var figure = new GradientFigure(options, findings);
        Action<Stream>[] contents =
        [
            stream => GradientTable.Write(stream, findings),
            stream => OrderTable.Write(stream, findings),
            figure.WritePng,
            figure.WriteSvg,
        ];
        foreach ((var name, Action<Stream> write) in FileNames.Zip(contents))
        {
            WholeFile.Write(Path.Combine(directory, name), write);
        }
    }
}
