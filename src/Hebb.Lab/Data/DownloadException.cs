namespace Hebb.Lab.Data;

/// <summary>
/// A dataset could not be downloaded: the message is one line that names the file and the reason. It is no fault of what was asked
/// for, as a full disk is none.
/// </summary>
/// <param name="message">One line.</param>
/// <param name="cause">What led to it; null where nothing did.</param>
public sealed class DownloadException(string message, Exception? cause = null) : IOException(message, cause);
