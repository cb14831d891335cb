using Hebb.Cli.Consoles;
using Hebb.Cli.Options;

namespace Hebb.Cli.Watching;

/// <summary>The option <c>--out</c> of commands that write one picture.</summary>
internal static class PictureOption
{
    private const string Name = "--out";
    private const string Extension = ".png";

    /// <summary>Makes the option; where it is not given its value is null.</summary>
    /// <param name="description">What the picture is, for the help.</param>
    public static Option<string?> Create(string description) =>
        new(Name) { Description = description, HelpName = "FILE.png" };

    /// <summary>Refuses what is no name of a picture, and makes its folder.</summary>
    /// <param name="isForced">Whether one that exists is to be replaced.</param>
    /// <exception cref="InputException">It cannot be used.</exception>
    public static void Prepare(string path, bool isForced)
    {
        OutFile.Require(Name, path, [Extension]);
        OutFile.RequireFree(Name, path, isForced);
        OutFile.PrepareFolder(Name, path);
    }

    /// <summary>Writes the picture.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, Action<string> write) => OutFile.Try(Name, path, () => write(path));
}
