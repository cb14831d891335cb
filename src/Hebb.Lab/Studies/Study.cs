using Hebb.Lab.Records;

namespace Hebb.Lab.Studies;

/// <summary>A study as a catalogue has it: what it is called, what it takes, and how it begins.</summary>
public abstract class Study(string name, string description)
{
    /// <summary>Its name on the command line; its results go to a directory of that name by default.</summary>
    public string Name { get; } = name;

    /// <summary>What it does, for the help.</summary>
    public string Description { get; } = description;

    /// <summary>What it takes, in the order of the help.</summary>
    public abstract ImmutableArray<StudyOption> Options { get; }

    /// <summary>Whether its runs are kept, so that one that was stopped continues where it was.</summary>
    public virtual bool KeepsRuns => true;

    /// <summary>Whether several of its runs or measurements may be made at a time.</summary>
    public virtual bool TakesJobs => true;

    /// <summary>Its options where nothing is given.</summary>
    public abstract StudyOptions CreateOptions();

    /// <summary>Where its results go where no directory is named: those of other options stay as they are.</summary>
    /// <param name="options">The options; of the type that <see cref="CreateOptions"/> makes.</param>
    /// <param name="usual">The usual directory.</param>
    /// <exception cref="StudyOptionException">The options do not go together.</exception>
    public abstract ResultPlace PlaceOf(StudyOptions options, string usual);

    /// <summary>Takes hold of a directory: a new one, or where runs are kept one of the same options to continue.</summary>
    /// <param name="options">The options; of the type that <see cref="CreateOptions"/> makes.</param>
    /// <param name="directory">The directory; it is made where it is missing.</param>
    /// <exception cref="StudyOptionException">
    /// The options do not go together, or the directory cannot be used or belongs to others.
    /// </exception>
    /// <exception cref="RecordException">A run that is there cannot be used.</exception>
    public abstract StudySession Open(StudyOptions options, string directory);
}
