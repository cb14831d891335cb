namespace Hebb.Lab.Runs.Progress;

/// <summary>How far work has come; may be read while it is done.</summary>
public abstract record WorkProgress
{
    private WorkProgress() { }

    /// <summary>The progress of runs, each of which is kept in a folder of its own.</summary>
    /// <param name="Group">What runs that differ by their seeds alone are of, such as <c>method</c>.</param>
    /// <param name="Unit">What their work is counted in, in the plural, such as <c>episodes</c>.</param>
    /// <param name="Groups">How far each group has come.</param>
    /// <param name="Runs">How many runs are kept.</param>
    /// <param name="Finished">How many of them are finished.</param>
    public sealed record OfRuns(
        string Group,
        string Unit,
        IReadOnlyList<GroupProgress> Groups,
        int Runs,
        Func<int> Finished
    ) : WorkProgress;

    /// <summary>The progress of measurements, of which nothing is kept before all are done.</summary>
    /// <param name="Unit">What is counted, in the plural.</param>
    /// <param name="Measured">How many are done.</param>
    public sealed record OfMeasurements(string Unit, MeasurementProgress Measured) : WorkProgress;
}
