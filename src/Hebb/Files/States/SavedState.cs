using Hebb.Snapshots;

namespace Hebb.Files.States;

/// <summary>What a file of a state holds.</summary>
/// <param name="State">The numbers.</param>
/// <param name="Metadata">What is no number, by key.</param>
public sealed record SavedState(StateSnapshot State, ImmutableSortedDictionary<string, string> Metadata);
