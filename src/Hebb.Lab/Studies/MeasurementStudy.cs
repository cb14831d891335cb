using Hebb.Lab.Runs.Progress;

namespace Hebb.Lab.Studies;

/// <summary>A study that measures: nothing is kept before all is measured, and files of the same names are replaced.</summary>
/// <typeparam name="TFinding">What one measurement finds.</typeparam>
/// <param name="measure">
/// Measures: told the options, how many at a time and where to tell how it comes on. It throws
/// <see cref="OperationCanceledException"/> where it is cancelled.
/// </param>
public abstract class MeasurementStudy<TOptions, TFinding>(
    string name,
    string description,
    Func<TOptions, int, MeasurementProgress, CancellationToken, IReadOnlyList<TFinding>> measure
) : Study<TOptions, IReadOnlyList<TFinding>>(name, description)
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
            (jobs, cancellation) => measure(options, jobs, progress, cancellation)
        );
    }
}
