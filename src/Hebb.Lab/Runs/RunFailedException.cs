namespace Hebb.Lab.Runs;

/// <summary>A run could not continue; its record says why. Other runs are not affected.</summary>
/// <param name="message">One line that names the run and what went wrong.</param>
/// <param name="cause">What led to it; null where nothing did.</param>
public sealed class RunFailedException(string message, Exception? cause = null) : Exception(message, cause);
