namespace Hebb.Architecture.Tests;

/// <summary>A room that refers to another.</summary>
/// <param name="From">The namespace of the room that refers.</param>
/// <param name="To">The namespace of the room that is referred to.</param>
/// <param name="Example">One type of each, for the message of a test that fails.</param>
internal sealed record Arrow(string From, string To, string Example);
