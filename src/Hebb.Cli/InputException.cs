namespace Hebb.Cli;

/// <summary>Something that the user gave cannot be used; the message is the one line that says what and why.</summary>
/// <param name="message">Names the input, its value and what would be right.</param>
public sealed class InputException(string message) : Exception(message);
