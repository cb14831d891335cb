using Hebb.Lab.Records;

namespace Hebb.Lab.Studies.Chains;

/// <summary>The tables and the figure of a measurement of chains.</summary>
public static class ChainResults
{
    /// <summary>Writes them, each whole or not at all; what has their names is replaced.</summary>
    /// <param name="directory">Where to.</param>
    /// <param name="options">What was measured.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="command">The command line that measures the same.</param>
    /// <param name="cancellation">Asked before each file.</param>
    /// <returns>The paths of the files.</returns>
    /// <exception cref="OperationCanceledException">The writing was cancelled between two files.</exception>
    public static IReadOnlyList<string> Write(
        string directory,
        ChainsOptions options,
        IReadOnlyList<ChainFinding> findings,
        string command,
        CancellationToken cancellation = default
    )
    {
        var figure = new ChainFigure(options, findings);
        return ResultFile.WriteAll(
            directory,
            [
                ("chains.csv", stream => ChainTable.Write(stream, findings)),
                ("chains.md", stream => ChainPage.Write(stream, options, findings, command)),
                ("chains.png", figure.WritePng),
                ("chains.svg", figure.WriteSvg),
            ],
            cancellation
        );
    }
}
