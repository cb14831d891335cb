namespace Hebb.Cli.Progress;

/// <summary>The words in which progress is told.</summary>
/// <param name="Group">What runs that differ by their seeds alone are of, such as <c>method</c>.</param>
/// <param name="Unit">What their work is counted in, in the plural, such as <c>episodes</c>.</param>
/// <param name="Score">What they are judged by, such as <c>return</c>.</param>
internal sealed record ProgressWords(string Group, string Unit, string Score = "return");
