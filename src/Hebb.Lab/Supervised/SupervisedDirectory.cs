using Hebb.Lab.Configurations;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;

namespace Hebb.Lab.Supervised;

/// <summary>A directory that is the folder of one run of supervised training.</summary>
public static class SupervisedDirectory
{
    /// <summary>The names of its files that are made for people and other programs.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
    [
        SupervisedFiles.WeightsName,
        RunFolder.RecordName,
        SupervisedFiles.PngName,
        SupervisedFiles.SvgName,
        EpochTable.FileName,
        EventLog.FileName,
    ];

    /// <summary>Where a run goes where no directory is named: other runs stay as they are.</summary>
    /// <param name="usual">The usual directory.</param>
    /// <param name="configuration">What is to be trained.</param>
    public static ResultPlace PlaceOf(string usual, SupervisedConfiguration configuration, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return ResultPlace.Of(
            usual,
            $"{configuration.Hash}-{RunFolder.NameOf(seed)}",
            path =>
            {
                Require(path, configuration, seed);
                return File.Exists(Path.Combine(path, RunFolder.RecordName));
            }
        );
    }

    /// <summary>Refuses a directory that is neither new or empty nor that of the same run, without changing anything.</summary>
    /// <param name="path">The directory; it need not exist.</param>
    /// <param name="configuration">What is to be trained.</param>
    /// <exception cref="RecordException">It cannot be used; a line that says why.</exception>
    public static void Require(string path, SupervisedConfiguration configuration, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (!File.Exists(Path.Combine(path, RunFolder.RecordName)))
        {
            RunDirectory.Check(path);
            return;
        }

        RunRecord record = RunFolder.ReadUnsealed(path)!;
        JsonObject known = record.Configuration ?? [];
        known["seed"] = record.Seed;
        JsonObject asked = configuration.Json;
        asked["seed"] = seed;
        ConfigurationDifference.Refuse(path, known, asked);
    }

    /// <summary>Makes a directory where it is missing.</summary>
    /// <exception cref="RecordException">It cannot be written, or another process holds it.</exception>
    public static void Prepare(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            DirectoryLock.RequireFree(path);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException && !SystemFailure.Is(exception))
        {
            throw new RecordException($"{path} cannot be written: {RecordException.OneLine(exception)}", exception);
        }
    }

    /// <summary>Trains, or goes on with what an earlier command has left.</summary>
    /// <param name="path">The directory; it is made where it is missing.</param>
    /// <param name="interval">The time from one checkpoint to the next, at least.</param>
    /// <param name="cancellation">Asked before every batch; the run is kept as far as it came.</param>
    /// <returns>The record of the run.</returns>
    /// <exception cref="RecordException">The directory cannot be used.</exception>
    /// <exception cref="RunFailedException">The training could not go on.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RunRecord Train(
        string path,
        SupervisedPlan plan,
        ulong seed,
        TimeSpan interval,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        var progress = new GroupProgress(plan.Experiment, runs: 1, plan.Budget.Amount);
        return RunPlayer.Play(plan, seed, path, interval, progress.RunStarted(), until: null, cancellation);
    }
}
