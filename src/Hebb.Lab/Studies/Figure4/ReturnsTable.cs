using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>
/// <c>returns.csv</c>: one row for each episode of each run. <c>episode</c> counts from 1; <c>env_steps</c> are the
/// environment steps of that run up to the end of the episode.
/// </summary>
public static class ReturnsTable
{
    private static readonly Columns<(MethodRun Run, int Episode, long Steps)> Columns = new()
    {
        { "method", row => row.Run.Method },
        { "seed", row => row.Run.Seed },
        { "episode", row => row.Episode + 1 },
        { "env_steps", row => row.Steps },
        { "episodic_return", row => row.Run.Returns[row.Episode] },
    };

    /// <summary>Writes the table; the same runs give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="runs">The runs, in the order of the rows.</param>
    public static void Write(Stream stream, IEnumerable<MethodRun> runs) =>
        Columns.WriteCommaSeparated(stream, runs.SelectMany(Episodes));

    private static IEnumerable<(MethodRun Run, int Episode, long Steps)> Episodes(MethodRun run)
    {
        long steps = 0;
        for (var episode = 0; episode < run.Returns.Length; episode++)
        {
            steps += run.Lengths[episode];
            yield return (run, episode, steps);
        }
    }
}
