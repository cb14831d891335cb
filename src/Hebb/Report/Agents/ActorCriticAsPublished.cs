namespace Hebb.Report.Agents;

/// <summary>
/// The report's actor-critic as published (section 4.2): eq. (6) with the advantage
/// v_t = r_t + gamma V(s_{t+1}) - V(s_t); the critic is fitted to r_t + gamma V(s_{t+1}). All else is as coded.
/// </summary>
/// <remarks>A terminated episode has no next value; one cut by the time limit has.</remarks>
public sealed class ActorCriticAsPublished<T> : EpisodicActorCritic<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>An agent before its first episode.</summary>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionCount">How many actions there are.</param>
    public ActorCriticAsPublished(int observationSize, int actionCount, ActorCriticBackpropOptions options, ulong seed)
        : base(observationSize, actionCount, options, seed) { }

    private protected override void SetTargets(ReadOnlySpan<float> lastObservation, bool terminated, Span<T> targets)
    {
        var lastValue = terminated ? T.Zero : Value(lastObservation);
        for (var step = 0; step < targets.Length; step++)
        {
            var nextValue = step + 1 < targets.Length ? Value(step + 1) : lastValue;
            targets[step] = Rewards[step] + (Discount * nextValue);
        }
    }
}
