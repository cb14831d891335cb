using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;

namespace Hebb.Lab.Studies;

/// <summary>Makes plans of studies whose runs are kept.</summary>
public static class StudyPlan
{
    /// <summary>A plan of runs in a directory, which is held until their results are written.</summary>
    /// <typeparam name="TConfiguration">What the directory belongs to.</typeparam>
    /// <typeparam name="TExperiment">The runs.</typeparam>
    /// <typeparam name="TFindings">What is found.</typeparam>
    /// <param name="path">The directory: a new one, or one of the same configuration to continue.</param>
    /// <param name="prepare">Finds out what is there already.</param>
    /// <param name="progress">How far the runs have come.</param>
    /// <param name="run">Plays them.</param>
    /// <exception cref="StudyOptionException">The directory cannot be used, or belongs to another configuration.</exception>
    /// <exception cref="RecordException">A run that is there cannot be used.</exception>
    public static StudyPlan<TFindings> Of<TConfiguration, TExperiment, TFindings>(
        string path,
        TConfiguration configuration,
        Func<ConfiguredDirectory<TConfiguration>, TExperiment> prepare,
        Func<TExperiment, WorkProgress> progress,
        Func<TExperiment, RunOptions, CancellationToken, TFindings> run
    )
        where TConfiguration : class, IConfiguration
    {
        ArgumentNullException.ThrowIfNull(prepare);
        ArgumentNullException.ThrowIfNull(progress);
        ConfiguredDirectory<TConfiguration> directory = Open(path, configuration);
        try
        {
            TExperiment experiment = prepare(directory);
            return new(
                progress(experiment),
                (jobs, cancellation) => run(experiment, new RunOptions { Jobs = jobs }, cancellation),
                directory
            );
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    private static ConfiguredDirectory<T> Open<T>(string path, T configuration)
        where T : class, IConfiguration
    {
        try
        {
            return ConfiguredDirectory.Open(path, configuration);
        }
        catch (RecordException exception)
        {
            throw new StudyOptionException($"--out {exception.Message}", exception);
        }
    }
}
