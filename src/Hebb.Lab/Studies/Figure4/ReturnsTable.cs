using CsvHelper;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>
/// <c>returns.csv</c>: one row for each episode of each run. <c>episode</c> counts from 1; <c>env_steps</c> are the
/// environment steps of that run up to the end of the episode.
/// </summary>
public static class ReturnsTable
{
    private static readonly string[] Columns = ["method", "seed", "episode", "env_steps", "episodic_return"];

    /// <summary>Writes the table; the same runs give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="runs">The runs, in the order of the rows.</param>
    public static void Write(Stream stream, IEnumerable<MethodRun> runs)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(runs);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader(Columns);
        foreach (MethodRun run in runs)
        {
            long steps = 0;
            for (var episode = 0; episode < run.Returns.Length; episode++)
            {
                steps += run.Lengths[episode];
                table.WriteField(run.Method);
                table.WriteNumber(run.Seed);
                table.WriteNumber(episode + 1);
                table.WriteNumber(steps);
                table.WriteNumber(run.Returns[episode]);
                table.EndRecord();
            }
        }
    }
}
