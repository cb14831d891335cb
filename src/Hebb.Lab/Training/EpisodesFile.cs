using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Hebb.Lab.Summaries;

namespace Hebb.Lab.Training;

/// <summary>
/// <c>episodes.csv</c>, laid out as stable-baselines3's Monitor does: a first line with <c>t_start</c> (seconds since 1970)
/// and <c>env_id</c> in JSON after a hash, then a row for each episode with its return <c>r</c>, its length <c>l</c> and the
/// seconds <c>t</c> from the start to its end; here also <c>env_steps</c>, and the agent's diagnostics, empty where there
/// was nothing to measure.
/// </summary>
internal static class EpisodesFile
{
    /// <summary>Its name.</summary>
    public const string Name = "episodes.csv";

    private static readonly string[] Columns = ["r", "l", "t", "env_steps"];

    /// <summary>Writes it.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="run">The run.</param>
    public static void Write(Stream stream, TrainedRun run)
    {
        WriteHeader(stream, run);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader([.. Columns, .. run.DiagnosticNames]);
        foreach (TrainedEpisode episode in run.Episodes)
        {
            table.WriteNumber(episode.Return);
            table.WriteNumber(episode.Length);
            table.WriteNumber(episode.Seconds, "0.######");
            table.WriteNumber(episode.EnvironmentSteps);
            foreach (var value in episode.Diagnostics)
            {
                table.WriteIfAny(double.IsNaN(value) ? null : value);
            }

            table.EndRecord();
        }
    }

    /// <summary>Reads its episodes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="diagnosticNames">Receives the names of the diagnostics.</param>
    /// <param name="begun">Receives when the run began.</param>
    /// <exception cref="FormatException">It is no such file.</exception>
    /// <exception cref="JsonException">Its first line is not as it should be.</exception>
    public static ImmutableArray<TrainedEpisode> Read(
        string path,
        out ImmutableArray<string> diagnosticNames,
        out DateTimeOffset begun
    )
    {
        var lines = File.ReadAllLines(path);
        var columns = lines.Length < 2 || !lines[0].StartsWith('#') ? [] : lines[1].Split(',');
        if (!columns.Take(Columns.Length).SequenceEqual(Columns, StringComparer.Ordinal))
        {
            throw new FormatException($"{Name} does not begin as it should");
        }

        using var header = JsonDocument.Parse(lines[0].AsMemory(1));
        var milliseconds = 1000 * header.RootElement.GetProperty("t_start").GetDouble();
        begun = DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(milliseconds));
        diagnosticNames = [.. columns[Columns.Length..]];
        return [.. lines.Skip(2).Select(line => Episode(line.Split(','), columns.Length))];
    }

    private static void WriteHeader(Stream stream, TrainedRun run)
    {
        stream.WriteByte((byte)'#');
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("t_start", run.Begun.ToUnixTimeMilliseconds() / 1000m);
            json.WriteString("env_id", run.Record.Environment);
            json.WriteEndObject();
        }

        stream.Write(Encoding.UTF8.GetBytes("\n"));
    }

    private static TrainedEpisode Episode(string[] cells, int columns) =>
        cells.Length == columns
            ? new TrainedEpisode(
                Number(cells[0]),
                int.Parse(cells[1], CultureInfo.InvariantCulture),
                Number(cells[2]),
                long.Parse(cells[3], CultureInfo.InvariantCulture)
            )
            {
                Diagnostics =
                [
                    .. cells.Skip(Columns.Length).Select(cell => cell.Length == 0 ? double.NaN : Number(cell)),
                ],
            }
            : throw new FormatException($"a row of {Name} has {cells.Length} cells, not {columns}");

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
