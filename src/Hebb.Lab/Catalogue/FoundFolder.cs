namespace Hebb.Lab.Catalogue;

/// <summary>The folder of a run, as it was found.</summary>
/// <param name="Path">The path by which it was found.</param>
/// <param name="RealPath">The same with all links followed.</param>
/// <param name="IsByLink">Whether a link is on the way from the place that was named to it.</param>
internal sealed record FoundFolder(string Path, string RealPath, bool IsByLink);
