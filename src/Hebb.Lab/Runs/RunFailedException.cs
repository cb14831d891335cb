namespace Hebb.Lab.Runs;

/// <summary>A run could not continue; its record says why. Other runs are not affected.</summary>
public sealed class RunFailedException : Exception
{
    /// <summary>An exception without a message.</summary>
    public RunFailedException() { }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">One line that names the run and what went wrong.</param>
    public RunFailedException(string message)
        : base(message) { }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">One line that names the run and what went wrong.</param>
    public RunFailedException(string message, Exception innerException)
        : base(message, innerException) { }
}
