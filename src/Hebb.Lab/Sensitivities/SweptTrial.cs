using Hebb.Lab.Sweeps;

namespace Hebb.Lab.Sensitivities;

/// <summary>A trial of a sweep, as it is looked at.</summary>
/// <param name="Status">Its progress.</param>
/// <param name="Score">Its score, the mean over seeds; null where it has none.</param>
/// <param name="Diverged">How many of its runs diverged.</param>
/// <param name="Settings">Its values, such as <c>beta=0.1 learningRate=0.001</c>.</param>
/// <param name="Run">The folder of its runs in the store.</param>
public sealed record SweptTrial(
    int Number,
    TrialStatus Status,
    double? Score,
    int Diverged,
    string Settings,
    string Run
)
{
    /// <summary>Whether it failed, or a run of it diverged.</summary>
    public bool IsBroken => Diverged > 0 || Status == TrialStatus.Failed;

    /// <summary>Whether it was left early, because others did better.</summary>
    public bool IsStopped => Status == TrialStatus.Stopped;
}
