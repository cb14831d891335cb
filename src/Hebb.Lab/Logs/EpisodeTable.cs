using Hebb.Lab.Logs.Files;
using Hebb.Lab.Records;

namespace Hebb.Lab.Logs;

/// <summary>The episodes of a run as <c>episodes.csv</c> holds them, column by column.</summary>
public sealed class EpisodeTable : RunTable
{
    internal EpisodeTable(EpisodeHeader header, double[][] columns, int count)
        : base(header.Columns, columns, count, "env_steps")
    {
        Begun = header.Begun;
        Environment = header.Environment;
    }

    /// <summary>When the run began, to the millisecond.</summary>
    public DateTimeOffset Begun { get; }

    /// <summary>The environment's name.</summary>
    public string Environment { get; }

    /// <summary>The names of the agent's diagnostics.</summary>
    public ImmutableArray<string> DiagnosticNames => Names[EpisodeRows.Columns.Length..];

    /// <summary>The return of each episode.</summary>
    public ImmutableArray<double> Returns => Column(0);

    /// <summary>The length of each in steps.</summary>
    public ImmutableArray<double> Lengths => Column(1);

    /// <summary>The seconds from the start of the run to the end of each.</summary>
    public ImmutableArray<double> Seconds => Column(2);

    /// <summary>The steps of all the run's environments together at the end of each.</summary>
    public ImmutableArray<double> EnvironmentSteps => Column(3);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; somebody may be appending to it.</param>
    /// <param name="acceptUnfinished">
    /// Whether a last line without its end is left out, as that of a run that is still written; otherwise it is refused.
    /// </param>
    /// <exception cref="RecordException">
    /// It is no such file or is damaged; the message names the line, the cell, and what is needed there.
    /// </exception>
    public static EpisodeTable Read(string path, bool acceptUnfinished = false) =>
        EpisodeReader.Read(path, LogBytes.Read(path), acceptUnfinished);

    /// <summary>Reads a file that is to hold what a record says, to the byte.</summary>
    /// <param name="known">What the record says.</param>
    /// <exception cref="RecordException">It holds something else, or is no such file.</exception>
    public static EpisodeTable Read(string path, RunFile known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var bytes = LogBytes.Read(path);
        LogBytes.Require(path, bytes, known);
        return EpisodeReader.Read(path, bytes, acceptUnfinished: false);
    }

    /// <summary>Reads the file of a run that may be under way, as far as it is written; null where its head is not yet.</summary>
    /// <exception cref="RecordException">It cannot be read, or is damaged.</exception>
    public static EpisodeTable? ReadSoFar(string folder)
    {
        var path = Path.Combine(folder, EpisodeLog.FileName);
        var bytes = LogBytes.ReadIfThere(path);
        return EpisodeReader.HasHeader(bytes) ? EpisodeReader.Read(path, bytes, acceptUnfinished: true) : null;
    }

    /// <summary>The names of the columns alone, of a run that may be under way; none where its head is not written yet.</summary>
    /// <exception cref="RecordException">They cannot be read, or are damaged.</exception>
    public static ImmutableArray<string> ReadNames(string folder)
    {
        var path = Path.Combine(folder, EpisodeLog.FileName);
        var bytes = LogBytes.ReadIfThere(path, EpisodeReader.MostOfHeader);
        return EpisodeReader.HasHeader(bytes) ? EpisodeReader.ReadHeader(path, bytes).Columns : [];
    }
}
