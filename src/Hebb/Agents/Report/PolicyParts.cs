using System.Numerics;

namespace Hebb.Agents.Report;

/// <summary>Makes the actor and the critic that the three forms of the report's policy EP share.</summary>
internal static class PolicyParts
{
    public static (EpisodicActor<T> Actor, EpisodicCritic<T> Critic) Create<T>(
        int observationSize,
        int actionCount,
        PolicyOptions options,
        ulong seed
    )
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var initialisation = RandomStreams.Initialisation(seed);
        var actor = new EpisodicActor<T>(
            observationSize,
            options.HiddenSize,
            actionCount,
            initialisation,
            RandomStreams.Policy(seed)
        );
        var critic = new EpisodicCritic<T>(
            observationSize,
            options.CriticHiddenSize,
            options.CriticRate,
            initialisation
        );
        return (actor, critic);
    }
}
