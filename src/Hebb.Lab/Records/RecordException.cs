namespace Hebb.Lab.Records;

/// <summary>
/// A directory or a file of records cannot be used: the message is one line for the user, naming what is wrong and
/// what would be right.
/// </summary>
public sealed class RecordException : Exception
{
    /// <summary>An exception without a message.</summary>
    public RecordException() { }

    /// <summary>An exception with a message for the user.</summary>
    /// <param name="message">One line.</param>
    public RecordException(string message)
        : base(message) { }

    /// <summary>An exception with a message for the user and its cause.</summary>
    /// <param name="message">One line.</param>
    public RecordException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>What an exception says, as part of a line.</summary>
    internal static string OneLine(Exception exception) =>
        exception is OutOfMemoryException
            ? "there is not enough memory"
            : exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
