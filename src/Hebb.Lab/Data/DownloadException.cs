namespace Hebb.Lab.Data;

/// <summary>
/// A dataset could not be downloaded: the message is one line that names the file and the reason. It is no fault of what was asked
/// for, as a full disk is none.
/// </summary>
public sealed class DownloadException : IOException
{
    /// <summary>An exception without a message.</summary>
    public DownloadException() { }

    /// <summary>An exception with a message for the user.</summary>
    /// <param name="message">One line.</param>
    public DownloadException(string message)
        : base(message) { }

    /// <summary>An exception with a message for the user and its cause.</summary>
    /// <param name="message">One line.</param>
    public DownloadException(string message, Exception innerException)
        : base(message, innerException) { }
}
