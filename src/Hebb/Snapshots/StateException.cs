namespace Hebb.Snapshots;

/// <summary>A snapshot does not fit what it is put back into; the message is one line that names the entry.</summary>
public sealed class StateException : Exception
{
    /// <summary>An exception without a message.</summary>
    public StateException() { }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">One line.</param>
    public StateException(string message)
        : base(message) { }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">One line.</param>
    public StateException(string message, Exception innerException)
        : base(message, innerException) { }
}
