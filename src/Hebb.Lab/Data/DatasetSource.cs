using System.Collections.Immutable;

namespace Hebb.Lab.Data;

/// <summary>A dataset that is published for download.</summary>
/// <param name="Name">The name it goes by here, and that of its directories.</param>
/// <param name="Address">Where its files are, ending in a slash.</param>
/// <param name="Files">Its files.</param>
public sealed record DatasetSource(string Name, Uri Address, ImmutableArray<DatasetFile> Files);
