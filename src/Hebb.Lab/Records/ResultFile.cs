namespace Hebb.Lab.Records;

/// <summary>A table or picture that a command leaves behind.</summary>
public static class ResultFile
{
    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write) => WholeFile.Write(path, write);
}
