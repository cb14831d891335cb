using Hebb.Lab.Logs.Events;
using Hebb.Lab.Logs.Files;
using Hebb.Lab.Records;

namespace Hebb.Lab.Logs;

/// <summary>
/// What a run writes while it goes, both together: the rows of <c>episodes.csv</c> and TensorBoard's events. A kill at any moment loses
/// nothing: with the marks of a checkpoint both can be continued.
/// </summary>
/// <remarks>
/// Wall times of events are when the run began plus the seconds it has learned for, so that a run that was interrupted shows the
/// time that it took. Recording an episode allocates nothing. Not for several threads at a time.
/// </remarks>
public sealed class RunLogs : IDisposable
{
    // Return, length and steps per second stand before the diagnostics.
    private const int OwnScalars = 3;

    private static readonly ScalarTags EvaluationTags = new(TensorBoardTags.MeanReward);

    private readonly DateTimeOffset _begun;
    private readonly EpisodeLog _episodes;
    private readonly EventLog _events;
    private readonly ScalarTags _tags;
    private readonly double[] _scalars;

    private RunLogs(DateTimeOffset begun, EpisodeLog episodes, EventLog events, ImmutableArray<string> diagnosticNames)
    {
        _begun = begun;
        _episodes = episodes;
        _events = events;
        _tags = new ScalarTags([
            TensorBoardTags.EpisodicReturn,
            TensorBoardTags.EpisodicLength,
            TensorBoardTags.StepsPerSecond,
            .. diagnosticNames.Select(TensorBoardTags.Of),
        ]);
        _scalars = new double[_tags.Tags.Length];
    }

    /// <summary>Begins the logs of a run; what was there of them is replaced.</summary>
    /// <param name="folder">The folder of the run; it is made where it is missing.</param>
    /// <param name="begun">When the run began.</param>
    /// <param name="environmentName">The environment's name, such as <c>CartPole-v1</c>.</param>
    /// <param name="diagnosticNames">The names of what the agent tells of its learning; none where it tells nothing.</param>
    /// <exception cref="ArgumentException">Two diagnostics have one name, or a name needs quotes in a table.</exception>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static RunLogs Begin(
        string folder,
        DateTimeOffset begun,
        string environmentName,
        ImmutableArray<string> diagnosticNames
    )
    {
        Directory.CreateDirectory(folder);
        var episodes = EpisodeLog.Create(EpisodesPath(folder), begun, environmentName, diagnosticNames);
        try
        {
            return new RunLogs(begun, episodes, EventLog.Create(EventsPath(folder), begun), diagnosticNames);
        }
        catch
        {
            episodes.Dispose();
            throw;
        }
    }

    /// <summary>Goes on with the logs of a run from its checkpoint: what was appended since is cut off.</summary>
    /// <param name="marks">What <see cref="Mark"/> gave when the checkpoint was made; other files may be among them.</param>
    /// <param name="begun">When the run began.</param>
    /// <param name="diagnosticNames">The names of what the agent tells of its learning.</param>
    /// <exception cref="RecordException">
    /// A file is missing among the marks, does not hold what it held then, or is that of something else; both are left as they are.
    /// </exception>
    public static RunLogs Continue(
        string folder,
        ImmutableArray<RunFile> marks,
        DateTimeOffset begun,
        string environmentName,
        ImmutableArray<string> diagnosticNames
    )
    {
        RunFile episodesMark = Find(folder, marks, EpisodeLog.FileName);
        RunFile eventsMark = Find(folder, marks, EventLog.FileName);

        // Before the other is cut.
        AppendedFile.Verify(EventsPath(folder), eventsMark);
        var episodes = EpisodeLog.Continue(EpisodesPath(folder), episodesMark, begun, environmentName, diagnosticNames);
        try
        {
            return new RunLogs(begun, episodes, EventLog.Continue(EventsPath(folder), eventsMark), diagnosticNames);
        }
        catch
        {
            episodes.Dispose();
            throw;
        }
    }

    /// <summary>Records an episode: a row and an event.</summary>
    /// <param name="episodeReturn">The sum of its rewards.</param>
    /// <param name="length">Its steps.</param>
    /// <param name="seconds">The seconds that the run has learned for when it ended; of an earlier part of the run too.</param>
    /// <param name="environmentSteps">The steps of all the run's environments together when it ended.</param>
    /// <param name="diagnostics">
    /// The agent's diagnostics since the previous episode, one number for each name; NaN if there is none.
    /// </param>
    /// <exception cref="IOException">A file cannot be written; both can be continued from their last marks.</exception>
    public void Episode(
        double episodeReturn,
        int length,
        double seconds,
        long environmentSteps,
        ReadOnlySpan<double> diagnostics
    )
    {
        _episodes.Append(episodeReturn, length, seconds, environmentSteps, diagnostics);
        _scalars[0] = episodeReturn;
        _scalars[1] = length;
        _scalars[2] = seconds > 0 ? environmentSteps / seconds : double.NaN;
        diagnostics.CopyTo(_scalars.AsSpan(OwnScalars));
        _events.Append(EventLog.WallTime(_begun, seconds), environmentSteps, _tags, _scalars);
        _episodes.File.FlushIfDue();
        _events.File.FlushIfDue();
    }

    /// <summary>Records an evaluation: an event.</summary>
    /// <param name="meanReward">The mean return of greedy episodes.</param>
    /// <param name="environmentSteps">The steps that the run had taken.</param>
    /// <param name="seconds">The seconds that it had learned for.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Evaluation(double meanReward, long environmentSteps, double seconds)
    {
        _events.Append(EventLog.WallTime(_begun, seconds), environmentSteps, EvaluationTags, [meanReward]);
        _events.File.FlushIfDue();
    }

    /// <summary>Writes both to disk and says what they hold now, for the record of a checkpoint.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public ImmutableArray<RunFile> Mark() => [_episodes.File.Mark(), _events.File.Mark()];

    /// <summary>Writes what is in memory and closes both.</summary>
    /// <exception cref="IOException">A file could not be written; both are closed all the same.</exception>
    public void Dispose()
    {
        try
        {
            _episodes.Dispose();
        }
        finally
        {
            _events.Dispose();
        }
    }

    private static string EpisodesPath(string folder) => Path.Combine(folder, EpisodeLog.FileName);

    private static string EventsPath(string folder) => Path.Combine(folder, EventLog.FileName);

    private static RunFile Find(string folder, ImmutableArray<RunFile> marks, string name) =>
        marks.FirstOrDefault(mark => string.Equals(mark.Name, name, StringComparison.Ordinal))
        ?? throw new RecordException(
            $"{folder}: its checkpoint does not list {name}; delete the folder to repeat the run"
        );
}
