using Hebb.Snapshots;

namespace Hebb.Agents.Reward;

/// <summary>
/// The baseline of a reward: the discounted return V that is expected at any step, one number for all states. The
/// signal is the temporal difference with that one number, r + eta V - V, without eta V where the task ends, in
/// units of a reward: times r_hat / V.
/// </summary>
/// <remarks>
/// V = r_hat / (1 - eta (1 - p_hat)), from running averages of the reward (report, eq. 11) and of how often a step ends the task, is the
/// fixed point of temporal differences for a constant. Where every step ends one, the signal is r - r_hat. The report's
/// eq. (8) ignores the end: the return that was expected after it is lost. Where each step is rewarded that is a
/// punishment of about one reward, where each step costs it is the reward.
/// Along a trace of decay eta the signals of an episode add up to G - V for each action, with G the discounted return
/// that followed it: REINFORCE with a baseline (Williams 1992).
/// </remarks>
/// <param name="discount">eta, in [0, 1).</param>
/// <param name="rate">How fast the averages follow; above 0, at most 1. Until they have seen 1 / rate steps they are plain means.</param>
/// <param name="countsEnds">Whether the end of a task counts; without it the signal is that of eq. (8), r - r_hat.</param>
public sealed class RewardBaseline(double discount, double rate, bool countsEnds = true) : IStateful
{
    private double _steps;
    private double _meanReward;
    private double _meanEnds;

    /// <summary>r_hat.</summary>
    public double MeanReward => _meanReward;

    /// <summary>p_hat, the tasks that end, a step.</summary>
    public double MeanEnds => _meanEnds;

    /// <summary>V, the discounted return that is expected.</summary>
    public double Return => MeanReward / Unit;

    // What turns a return into a reward.
    private double Unit => 1 - (discount * (1 - MeanEnds));

    /// <summary>The TD error of a step, with the averages from before it; then the averages are updated with the step.</summary>
    /// <param name="reward">r.</param>
    /// <param name="terminated">Whether the task ended with this step; a time limit does not end it.</param>
    /// <returns>The signal; 0 at the very first step, which there is nothing to compare with.</returns>
    public double TemporalDifference(double reward, bool terminated)
    {
        var ahead = terminated ? 0 : discount * MeanReward;
        var error =
            _steps == 0 ? 0
            : countsEnds ? (Unit * reward) + ahead - MeanReward
            : reward - MeanReward;
        _steps++;
        var weight = Math.Max(rate, 1 / _steps);
        _meanReward += weight * (reward - MeanReward);
        _meanEnds += weight * ((terminated ? 1 : 0) - MeanEnds);
        return error;
    }

    /// <inheritdoc/>
    public void VisitState(StateVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Number("steps", ref _steps);
        visitor.Number("mean_reward", ref _meanReward);
        visitor.Number("mean_ends", ref _meanEnds);
    }
}
