using Hebb.Lab.Logs.Files;
using Hebb.Lab.Records;

namespace Hebb.Lab.Logs;

/// <summary>
/// The <c>episodes.csv</c> of a run while it goes: a row an episode, laid out as stable-baselines3's Monitor does; read by
/// <see cref="EpisodeTable"/>.
/// </summary>
public sealed class EpisodeLog : IDisposable
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "episodes.csv";

    private readonly int _diagnostics;
    private readonly int _longestRow;

    private EpisodeLog(AppendedFile file, int diagnostics)
    {
        File = file;
        _diagnostics = diagnostics;
        _longestRow = EpisodeRows.LongestRow(diagnostics);
    }

    /// <summary>The file that it is written to.</summary>
    public AppendedFile File { get; }

    /// <summary>Begins a file; its header can be read at once.</summary>
    /// <param name="path">Where; its folder exists, and what is there is replaced.</param>
    /// <param name="begun">When the run began.</param>
    /// <param name="diagnosticNames">The names of the agent's diagnostics, such as <c>entropy</c>.</param>
    /// <exception cref="ArgumentException">Two columns would have one name, or a name needs quotes in such a file.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static EpisodeLog Create(
        string path,
        DateTimeOffset begun,
        string environmentName,
        ImmutableArray<string> diagnosticNames
    )
    {
        var header = EpisodeRows.Header(begun, environmentName, diagnosticNames);
        var file = AppendedFile.Create(path);
        file.Append(header);
        file.Flush(toDisk: false);
        return new EpisodeLog(file, diagnosticNames.Length);
    }

    /// <summary>Goes on with a file from a mark: what was appended after it is cut off.</summary>
    /// <param name="mark">What <see cref="AppendedFile.Mark"/> gave.</param>
    /// <param name="begun">When the run began.</param>
    /// <param name="diagnosticNames">The names of the agent's diagnostics.</param>
    /// <exception cref="RecordException">
    /// The file does not hold what it held at the mark, or is that of something else; it is left as it is.
    /// </exception>
    public static EpisodeLog Continue(
        string path,
        RunFile mark,
        DateTimeOffset begun,
        string environmentName,
        ImmutableArray<string> diagnosticNames
    )
    {
        Verify(path, mark, begun, environmentName, diagnosticNames);
        return new EpisodeLog(AppendedFile.Continue(path, mark), diagnosticNames.Length);
    }

    /// <summary>Looks whether <see cref="Continue"/> would find what it needs, and changes nothing.</summary>
    /// <inheritdoc cref="Continue"/>
    public static void Verify(
        string path,
        RunFile mark,
        DateTimeOffset begun,
        string environmentName,
        ImmutableArray<string> diagnosticNames
    )
    {
        AppendedFile.Verify(path, mark);
        var header = EpisodeRows.Header(begun, environmentName, diagnosticNames);
        if (mark.Bytes < header.Length || !LogBytes.Read(path, header.Length).AsSpan().SequenceEqual(header))
        {
            throw new RecordException(
                $"{path} does not begin as that of a run in {environmentName}, begun at {begun:u}, with {diagnosticNames.Length} diagnostics does; delete {Path.GetDirectoryName(path)} to repeat the run"
            );
        }
    }

    /// <summary>Appends an episode.</summary>
    /// <param name="episodeReturn">The sum of its rewards.</param>
    /// <param name="length">Its steps.</param>
    /// <param name="seconds">The seconds from the start of the run to its end.</param>
    /// <param name="environmentSteps">The steps of all the run's environments together when it ended.</param>
    /// <param name="diagnostics">
    /// The agent's diagnostics since the previous episode, one number for each name; NaN if there is none.
    /// </param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Append(
        double episodeReturn,
        int length,
        double seconds,
        long environmentSteps,
        ReadOnlySpan<double> diagnostics
    )
    {
        if (diagnostics.Length != _diagnostics)
        {
            throw new ArgumentException(
                $"diagnostics: {diagnostics.Length} numbers; one for each of {_diagnostics} names is needed",
                nameof(diagnostics)
            );
        }

        Span<byte> row = File.GetSpan(_longestRow);
        File.Advance(EpisodeRows.Format(row, episodeReturn, length, seconds, environmentSteps, diagnostics));
    }

    /// <summary>Writes what is in memory and closes the file.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Dispose() => File.Dispose();
}
