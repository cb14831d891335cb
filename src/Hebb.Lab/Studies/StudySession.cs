using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;

namespace Hebb.Lab.Studies;

/// <summary>A study with its options in a directory: from the first run to the files.</summary>
public abstract class StudySession : IDisposable
{
    /// <summary>What is about to be done, in a line.</summary>
    public abstract FormattableString Subject { get; }

    /// <summary>Its progress; may be read while it runs.</summary>
    public abstract WorkProgress Progress { get; }

    /// <summary>Whether what was found is what was to be expected.</summary>
    public abstract bool IsAsExpected { get; }

    /// <summary>Makes the runs or measurements that are not made yet.</summary>
    /// <param name="jobs">How many at a time; at least 1. It changes no result.</param>
    /// <param name="cancellation">Stops it; the runs that are kept stay.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="RunFailedException">Runs failed; the others are kept.</exception>
    public abstract void Run(int jobs, CancellationToken cancellation);

    /// <summary>Writes the files, each whole or not at all.</summary>
    /// <param name="command">The command line that gives the same results, of the options as it takes them, each behind a space.</param>
    /// <returns>Their paths.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled between two files.</exception>
    public abstract IReadOnlyList<string> Write(Func<string, string> command, CancellationToken cancellation);

    /// <summary>Shows what was found.</summary>
    public abstract void Show(IStudyOutput output);

    /// <summary>Lets the directory go.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets the directory go.</summary>
    /// <param name="disposing">Whether it is asked to.</param>
    protected abstract void Dispose(bool disposing);
}
