using Hebb.Cli.Consoles;
using Hebb.Lab.Records;

namespace Hebb.Cli.Options;

/// <summary>The option <c>--out</c>: the directory of the results.</summary>
internal static class OutOption
{
    /// <summary>Makes the option.</summary>
    /// <param name="description">What the directory may be, for the help.</param>
    /// <param name="standard">The name of the directory within <c>results</c> where it is not given.</param>
    public static Option<string> Create(string description, string standard) =>
        new("--out")
        {
            Description = description,
            HelpName = "DIR",
            DefaultValueFactory = _ => Path.Combine("results", standard),
        };

    /// <summary>Makes the option where the directory depends on what else is given.</summary>
    /// <param name="description">What the directory may be and which one it is by default, for the help.</param>
    public static Option<string?> Create(string description) =>
        new("--out") { Description = description, HelpName = "DIR" };

    /// <summary>Makes the option where results of other arguments stay beside those of these.</summary>
    /// <param name="description">What the directory may be, for the help.</param>
    /// <param name="usual">The usual directory.</param>
    public static Option<string?> CreateBeside(string description, string usual) =>
        Create($"{description} [default: {usual}, or a directory beside it where that holds other results]");

    /// <summary>Says that results go beside the usual directory, where they do.</summary>
    public static void Tell(ResultPlace place, TextWriter output)
    {
        if (place.IsBeside)
        {
            output.WriteLine($"Results go to {place.Path}, beside {place.Usual}, which is of other arguments.");
        }
    }

    /// <summary>Refuses what is no name of a directory.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static void Require(string given)
    {
        // An option that follows --out is taken as its value: no directory is meant by it.
        if (string.IsNullOrWhiteSpace(given) || given.StartsWith("--", StringComparison.Ordinal))
        {
            throw new InputException($"--out '{given}': the name of a directory is needed");
        }

        ShellText.RequirePrintable("--out ", given);
    }

    /// <summary>Makes the directory; before anything is measured, so that one that cannot be used costs no time.</summary>
    /// <exception cref="InputException">It is no directory, or cannot be made.</exception>
    public static void Prepare(string directory)
    {
        Require(directory);
        if (File.Exists(directory))
        {
            throw new InputException($"--out {directory} is a file: a directory is needed");
        }

        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException && !SystemFailure.Is(exception))
        {
            throw new InputException($"--out {directory} cannot be made: {exception.Message.TrimEnd('.')}", exception);
        }
    }
}
