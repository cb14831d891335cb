namespace Hebb.Cli.Consoles;

/// <summary>What the user gave cannot be used: the message is one line that says what, and what would be right.</summary>
/// <param name="message">One line, naming the option, its value and what would be right.</param>
/// <param name="cause">What led to it; null where nothing did.</param>
public sealed class InputException(string message, Exception? cause = null) : Exception(message, cause);
