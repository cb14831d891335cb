namespace Hebb.Lab.Studies;

/// <summary>Options of a study that cannot be used as they are: the message is one line that says which, and what would be right.</summary>
/// <param name="message">One line.</param>
/// <param name="cause">What led to it; null where nothing did.</param>
public sealed class StudyOptionException(string message, Exception? cause = null) : Exception(message, cause);
