namespace Hebb.Lab.Records;

/// <summary>A table or picture that a command leaves behind.</summary>
public static class ResultFile
{
    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="path">The file; its folder exists.</param>
    public static void Write(string path, Action<Stream> write) => WholeFile.Write(path, write);

    /// <summary>Writes several into a folder, each whole or not at all.</summary>
    /// <param name="folder">The folder; it is made where it is missing.</param>
    /// <returns>The paths of the files.</returns>
    /// <exception cref="OperationCanceledException">The writing was cancelled between two files.</exception>
    public static IReadOnlyList<string> WriteAll(
        string folder,
        IEnumerable<(string Name, Action<Stream> Write)> files,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        Directory.CreateDirectory(folder);
        var paths = new List<string>();
        foreach ((var name, Action<Stream> write) in files)
        {
            cancellation.ThrowIfCancellationRequested();
            paths.Add(Path.Combine(folder, name));
            Write(paths[^1], write);
        }

        return paths;
    }
}
