namespace Hebb.Files;

/// <summary>
/// A directory or a file of records cannot be used: the message is one line for the user, naming what is wrong and
/// what would be right.
/// </summary>
/// <param name="message">One line.</param>
/// <param name="cause">What led to it; null where nothing did.</param>
public sealed class RecordException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Does something with a file or a directory.</summary>
    /// <param name="done">What is done with it, such as <c>read</c>.</param>
    /// <exception cref="RecordException">The system does not let it be done.</exception>
    internal static T Guarded<T>(string path, string done, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException && !SystemFailure.Is(exception))
        {
            throw new RecordException($"{path} cannot be {done}: {OneLine(exception)}", exception);
        }
    }

    /// <summary>Reads a file that may not be there.</summary>
    /// <exception cref="RecordException">The system does not let it be read.</exception>
    internal static T ReadFile<T>(string path, Func<FileStream, T> read) =>
        Guarded(
            path,
            "read",
            () =>
            {
                using FileStream stream = File.OpenRead(path);
                return read(stream);
            }
        );

    /// <summary>What an exception says, as part of a line.</summary>
    internal static string OneLine(Exception exception) =>
        exception is OutOfMemoryException
            ? "there is not enough memory"
            : exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
