namespace Hebb.Lab.Studies;

/// <summary>Options of a study that cannot be used as they are: the message is one line that says which, and what would be right.</summary>
public sealed class StudyOptionException : Exception
{
    /// <summary>An exception without a message.</summary>
    public StudyOptionException() { }

    /// <summary>An exception with a message for the user.</summary>
    /// <param name="message">One line.</param>
    public StudyOptionException(string message)
        : base(message) { }

    /// <summary>An exception with a message for the user and its cause.</summary>
    /// <param name="message">One line.</param>
    public StudyOptionException(string message, Exception innerException)
        : base(message, innerException) { }
}
