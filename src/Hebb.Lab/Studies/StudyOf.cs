using Hebb.Lab.Configurations;
using Hebb.Lab.Records;
using Hebb.Lab.Runs.Progress;

namespace Hebb.Lab.Studies;

/// <summary>A study: its options, the runs or measurements that they ask for, and what is written and shown of what was found.</summary>
/// <typeparam name="TFindings">What it finds.</typeparam>
public abstract class Study<TOptions, TFindings>(string name, string description) : Study(name, description)
    where TOptions : StudyOptions, new()
    where TFindings : class
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<StudyOption> Options => StudyOption.AllOf(CreateOptions());

    /// <inheritdoc/>
    public override StudyOptions CreateOptions() => new TOptions();

    /// <inheritdoc/>
    public sealed override ResultPlace PlaceOf(StudyOptions options, string usual)
    {
        IConfiguration configuration = ConfigurationOf(Check((TOptions)options));
        return ResultPlace.Of(
            usual,
            ConfigurationHash.Of(configuration.ToJson()),
            path => ConfiguredDirectory.Belongs(path, configuration)
        );
    }

    /// <inheritdoc/>
    public sealed override StudySession Open(StudyOptions options, string directory)
    {
        TOptions checkedOptions = Check((TOptions)options);
        return new Session(this, checkedOptions, directory, Plan(checkedOptions, directory));
    }

    /// <summary>What is about to be done, in a line.</summary>
    public abstract FormattableString Subject(TOptions options);

    /// <summary>All that the results in a directory depend on, as it is kept there.</summary>
    public virtual IConfiguration ConfigurationOf(TOptions options) => options;

    /// <summary>Prepares the runs or measurements.</summary>
    /// <param name="directory">The directory of the results.</param>
    /// <exception cref="StudyOptionException">The directory cannot be used, or belongs to other options.</exception>
    /// <exception cref="RecordException">A run that is there cannot be used.</exception>
    public abstract StudyPlan<TFindings> Plan(TOptions options, string directory);

    /// <summary>The tables, pages and pictures: their names and what writes them.</summary>
    /// <param name="command">The command line that gives the same results.</param>
    public abstract IReadOnlyList<(string Name, Action<Stream> Write)> Files(
        TOptions options,
        TFindings findings,
        string command
    );

    /// <summary>Shows what was found.</summary>
    public abstract void Show(TOptions options, TFindings findings, IStudyOutput output);

    /// <summary>Whether what was found is what was to be expected.</summary>
    public virtual bool IsAsExpected(TFindings findings) => true;

    /// <summary>Looks whether options go together.</summary>
    /// <param name="options">The options as they were given.</param>
    /// <returns>The options with what follows from others of them.</returns>
    /// <exception cref="StudyOptionException">They do not.</exception>
    public virtual TOptions Check(TOptions options) => options;

    private sealed class Session(
        Study<TOptions, TFindings> study,
        TOptions options,
        string directory,
        StudyPlan<TFindings> plan
    ) : StudySession
    {
        private TFindings? _findings;

        public override FormattableString Subject => study.Subject(options);

        public override WorkProgress Progress => plan.Progress;

        public override bool IsAsExpected => study.IsAsExpected(Findings);

        private TFindings Findings =>
            _findings ?? throw new InvalidOperationException("Nothing was run yet: there are no findings.");

        // Where runs are kept the directory has it from the start.
        private IEnumerable<(string Name, Action<Stream> Write)> Kept =>
            study.KeepsRuns
                ? []
                : [(ConfigurationFile.Name, stream => ConfigurationFile.Write(stream, options.ToJson()))];

        public override void Run(int jobs, CancellationToken cancellation) => _findings = plan.Run(jobs, cancellation);

        public override IReadOnlyList<string> Write(Func<string, string> command, CancellationToken cancellation) =>
            ResultFile.WriteAll(
                directory,
                [.. Kept, .. study.Files(options, Findings, command(options.Arguments))],
                cancellation
            );

        public override void Show(IStudyOutput output) => study.Show(options, Findings, output);

        protected override void Dispose(bool disposing) => plan.Directory?.Dispose();
    }
}
