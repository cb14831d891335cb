using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Numerics;
using Hebb.Settings;

namespace Hebb.Tests.Environments.Memory;

/// <summary>Episodes of the memory tasks, played by policies that may remember.</summary>
internal static class MemoryPlay
{
    /// <summary>Makes an environment of the catalogue.</summary>
    public static IEnvironment Create(string name, ISettings? options = null) =>
        CatalogueSet.Standard.CreateEnvironment(name, options: options);

    /// <summary>Resets with the first seed whose first observation is as is asked for.</summary>
    public static float[] ResetUntil(IEnvironment environment, Predicate<float[]> isWanted)
    {
        var observation = new float[environment.Specification.Observations.Size];
        for (var seed = 0UL; seed < 1000; seed++)
        {
            environment.Reset(seed, observation);
            if (isWanted(observation))
            {
                return observation;
            }
        }

        throw new InvalidOperationException("No seed gives such an observation.");
    }

    /// <summary>The rewards of some actions, and what is observed after each.</summary>
    public static (double Reward, string Observation)[] Trace(IEnvironment environment, params int[] actions)
    {
        var observation = new float[environment.Specification.Observations.Size];
        return [.. actions.Select(action => (environment.Step(action, observation).Reward, Text(observation)))];
    }

    /// <summary>Numbers in a line, of six digits at most.</summary>
    public static string Text(float[] observation) =>
        string.Join(' ', observation.Select(number => FormattableString.Invariant($"{number:0.######}")));

    /// <summary>Plays one episode.</summary>
    /// <param name="act">The action upon an observation, which is told how many came before it.</param>
    public static Episode Play(IEnvironment environment, ulong seed, Func<float[], int, int> act)
    {
        var observation = new float[environment.Specification.Observations.Size];
        environment.Reset(seed, observation);
        StepResult result;
        var steps = 0;
        double total = 0;
        do
        {
            result = environment.Step(act(observation, steps), observation);
            total += result.Reward;
            steps++;
        } while (!result.EpisodeEnded);

        return new Episode(total, steps, result);
    }

    /// <summary>The mean return of uniform random actions.</summary>
    public static double RandomMean(IEnvironment environment, int episodes)
    {
        var random = new Pcg64(77);
        var count = environment.Specification.Actions.Count;
        return Enumerable
            .Range(0, episodes)
            .Average(seed => Play(environment, (ulong)seed, (_, _) => random.NextInteger(count)).Return);
    }

    /// <summary>An episode that was played.</summary>
    public readonly record struct Episode(double Return, int Steps, StepResult Last);
}
