using System.CommandLine;

namespace Hebb.Cli.Watching;

/// <summary>The option <c>--out</c> of commands that write one picture.</summary>
internal static class PictureOption
{
    private const string Extension = ".png";

    /// <summary>Makes the option; where it is not given its value is null.</summary>
    /// <param name="description">What the picture is, for the help.</param>
    public static Option<string?> Create(string description) =>
        new("--out") { Description = description, HelpName = "FILE.png" };

    /// <summary>Refuses what is no name of a picture, and makes its folder.</summary>
    /// <param name="path">What was given.</param>
    /// <exception cref="InputException">It cannot be used.</exception>
    public static void Prepare(string path)
    {
        if (
            !path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("--", StringComparison.Ordinal)
        )
        {
            throw new InputException($"--out '{path}': the name of a picture that ends in {Extension} is needed");
        }

        if (Directory.Exists(path))
        {
            throw new InputException($"--out {path} is a directory: a file is needed");
        }

        Try(path, () => Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!));
    }

    /// <summary>Writes the picture.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, Action<string> write) => Try(path, () => write(path));

    private static void Try(string path, Action act)
    {
        try
        {
            act();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--out {path} cannot be written: {exception.Message}", exception);
        }
    }
}
