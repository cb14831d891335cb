using Hebb.Cli.Consoles;
using Hebb.Lab.Records;

namespace Hebb.Cli.Looking;

/// <summary>The files that a command writes, each whole or not at all, and tells of.</summary>
internal static class ResultFiles
{
    /// <summary>Writes files into a directory that is there.</summary>
    public static void Write(Terminal terminal, string directory, params (string Name, Action<Stream> Write)[] files)
    {
        terminal.Lines.WriteLine("Written:");
        foreach (var path in ResultFile.WriteAll(directory, files))
        {
            terminal.Lines.WriteLine($"  {path}");
        }
    }
}
