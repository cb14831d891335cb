using Hebb.Lab.Summaries;

namespace Hebb.Lab.Studies.OpenLock.Trials;

/// <summary>The attempts of a trial, iteration by iteration, over seeds.</summary>
/// <param name="Iterations">The mean attempts of a trial in each, those of training first.</param>
/// <param name="Training">How many of them are training.</param>
internal sealed record RoomCurve(ImmutableArray<Estimate> Iterations, int Training)
{
    /// <summary>The curve of a group.</summary>
    public static RoomCurve Of(RoomSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        double[][] runs = [.. summary.Runs.Select(run => run.OfIterations().ToArray())];
        return new RoomCurve(
            [.. Enumerable.Range(0, runs[0].Length).Select(place => Estimate.Of([.. runs.Select(run => run[place])]))],
            summary.Group.Condition.Training is null ? 0 : summary.Group.Protocol.Iterations
        );
    }
}

/// <summary>Runs that differ by their seeds alone.</summary>
public sealed record RoomGroup(RoomLearner Learner, RoomProtocol Protocol, RoomCondition Condition)
{
    /// <summary>Its name in progress.</summary>
    public string Name =>
        Learner.IsAgent ? $"{Learner.Name} {Condition.Name}, {Protocol.Name}" : $"{Learner.Name} {Condition.Name}";
}
