using Hebb.Lab.Catalogue;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;

namespace Hebb.Lab.Curves;

/// <summary>What a run measured besides the columns of its episodes, such as greedy evaluations: of its file of events.</summary>
/// <param name="Tags">The tags, in the order in which they come.</param>
internal sealed record RunScalars(string[] Tags, ScalarEvent[] Events)
{
    /// <summary>Reads them as far as they are written; nothing where the run has no such file yet.</summary>
    /// <param name="columns">The columns of its episodes.</param>
    /// <exception cref="RecordException">The file is damaged, or cannot be read.</exception>
    public static RunScalars Read(CataloguedRun run, IEnumerable<string> columns)
    {
        var known = columns.Select(TensorBoardTags.Of).ToHashSet(StringComparer.Ordinal);
        ScalarEvent[] events = [.. run.ReadEvents().Where(scalar => !known.Contains(scalar.Tag))];
        return new RunScalars([.. events.Select(scalar => scalar.Tag).Distinct(StringComparer.Ordinal)], events);
    }
}
