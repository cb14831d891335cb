using Hebb.Lab.Records;

namespace Hebb.Lab.Studies.Landscapes;

/// <summary>The table and the figure of a check.</summary>
public static class LandscapeResults
{
    /// <summary>The names of the files, in the order in which they are written.</summary>
    public static IReadOnlyList<string> FileNames { get; } = ["landscape.csv", "landscape.png", "landscape.svg"];

    /// <summary>Writes them, each whole or not at all; what has these names is replaced.</summary>
    /// <param name="directory">Where to; it exists.</param>
    /// <param name="options">What was measured.</param>
    /// <param name="findings">What was found.</param>
    public static void Write(string directory, LandscapeCheckOptions options, IReadOnlyList<LandscapeFinding> findings)
    {
        var figure = new LandscapeFigure(options, findings);
        Action<Stream>[] contents =
        [
            stream => LandscapeTable.Write(stream, options, findings),
            figure.WritePng,
            figure.WriteSvg,
        ];
        foreach ((var name, Action<Stream> write) in FileNames.Zip(contents))
        {
            WholeFile.Write(Path.Combine(directory, name), write);
        }
    }
}
