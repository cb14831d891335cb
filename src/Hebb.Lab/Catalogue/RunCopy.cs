namespace Hebb.Lab.Catalogue;

/// <summary>A run that is there more than once, and is counted once.</summary>
/// <param name="Folder">The folder that does not count.</param>
/// <param name="Original">That which does.</param>
public sealed record RunCopy(string Folder, string Original)
{
    /// <summary>Finds the copies among runs: those of the same configuration and seed are one run.</summary>
    /// <param name="runs">The runs, and how they were found.</param>
    /// <returns>The runs that count, in their order, and the others.</returns>
    internal static (ImmutableArray<CataloguedRun> Counted, ImmutableArray<RunCopy> Copies) Of(
        IReadOnlyList<(FoundFolder Found, CataloguedRun Run)> runs
    )
    {
        var counted = new HashSet<CataloguedRun>(ReferenceEqualityComparer.Instance);
        var copies = ImmutableArray.CreateBuilder<RunCopy>();
        foreach (var group in runs.GroupBy(one => (one.Run.Key, one.Run.Record.Seed)))
        {
            // The one that came furthest, then one that no link leads to, then one that lies where runs are put, then the first.
            var (_, best) = group
                .OrderByDescending(one => one.Run.Record.StepsTaken)
                .ThenByDescending(one => one.Run.State == RunState.Finished)
                .ThenBy(one => one.Found.IsByLink)
                .ThenByDescending(one => one.Run.IsAtItsPlace)
                .First();
            counted.Add(best);
            copies.AddRange(
                group
                    .Where(one => !ReferenceEquals(one.Run, best))
                    .Select(one => new RunCopy(one.Run.Folder, best.Folder))
            );
        }

        return ([.. runs.Select(one => one.Run).Where(counted.Contains)], copies.ToImmutable());
    }
}
