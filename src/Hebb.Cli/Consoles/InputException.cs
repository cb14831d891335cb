namespace Hebb.Cli.Consoles;

/// <summary>What the user gave cannot be used: the message is one line that says what, and what would be right.</summary>
public sealed class InputException : Exception
{
    /// <summary>An exception without a message.</summary>
    public InputException() { }

    /// <summary>An exception with a message for the user.</summary>
    /// <param name="message">One line, naming the option, its value and what would be right.</param>
    public InputException(string message)
        : base(message) { }

    /// <summary>An exception with a message for the user and its cause.</summary>
    /// <param name="message">One line, naming the option, its value and what would be right.</param>
    public InputException(string message, Exception innerException)
        : base(message, innerException) { }
}
