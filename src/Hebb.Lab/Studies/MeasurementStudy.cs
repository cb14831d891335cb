using Hebb.Lab.Runs.Progress;

namespace Hebb.Lab.Studies;

/// <summary>A study that measures: nothing is kept before all is measured, and files of the same names are replaced.</summary>
/// <typeparam name="TFinding">What one measurement finds.</typeparam>
public abstract class MeasurementStudy<TOptions, TFinding>(string name, string description)
    : Study<TOptions, IReadOnlyList<TFinding>>(name, description)
    where TOptions : StudyOptions, new()
{
    /// <inheritdoc/>
    public sealed override bool KeepsRuns => false;

    /// <summary>What is counted while it measures, in the plural.</summary>
    protected virtual string Unit => "measurements";

    /// <inheritdoc/>
    public sealed override StudyPlan<IReadOnlyList<TFinding>> Plan(TOptions options, string directory)
    {
        var progress = new MeasurementProgress();
        return new(
            new WorkProgress.OfMeasurements(Unit, progress),
            (jobs, cancellation) => Measure(options, jobs, progress, cancellation)
        );
    }

    /// <summary>Measures.</summary>
    /// <param name="progress">Told how it comes on.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    protected abstract IReadOnlyList<TFinding> Measure(
        TOptions options,
        int jobs,
        MeasurementProgress progress,
        CancellationToken cancellation
    );
}
