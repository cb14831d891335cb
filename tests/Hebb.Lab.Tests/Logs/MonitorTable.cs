using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Tests.Logs;

/// <summary>An <c>episodes.csv</c> by way of a library for such tables and the platform's own formats, to compare with.</summary>
internal static class MonitorTable
{
    public static byte[] Bytes(
        DateTimeOffset begun,
        string environment,
        ImmutableArray<string> diagnostics,
        IEnumerable<TrainedEpisode> episodes
    )
    {
        using var stream = new MemoryStream();
        stream.WriteByte((byte)'#');
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("t_start", begun.ToUnixTimeMilliseconds() / 1000m);
            json.WriteString("env_id", environment);
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
        using (CsvWriter table = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            table.WriteHeader(["r", "l", "t", "env_steps", .. diagnostics]);
            foreach (TrainedEpisode episode in episodes)
            {
                table.WriteField(episode.Return, default, CultureInfo.InvariantCulture);
                table.WriteField(episode.Length, default, CultureInfo.InvariantCulture);
                table.WriteField(episode.Seconds, "0.######", CultureInfo.InvariantCulture);
                table.WriteField(episode.EnvironmentSteps, default, CultureInfo.InvariantCulture);
                foreach (double value in episode.Diagnostics)
                {
                    if (double.IsNaN(value))
                    {
                        table.WriteField("");
                    }
                    else
                    {
                        table.WriteField(value, default, CultureInfo.InvariantCulture);
                    }
                }

                table.EndRecord();
            }
        }

        return stream.ToArray();
    }
}
