namespace Hebb.Lab.Catalogue;

/// <summary>A folder whose <c>run.json</c> cannot be used.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Reason">Why, as part of a line.</param>
public sealed record DamagedRun(string Folder, string Reason);
