using System.Globalization;
using Hebb.Environments;
using Hebb.Environments.Scenes;

namespace Hebb.Lab.Scenes;

/// <summary>One moment of an episode.</summary>
/// <param name="Scene">What the environment looks like.</param>
/// <param name="Step">The steps taken so far; 0 for the state that the episode begins in.</param>
/// <param name="Return">The sum of their rewards.</param>
/// <param name="Ended">Whether the episode is over.</param>
public sealed record EpisodeFrame(Scene Scene, int Step, double Return, bool Ended)
{
    /// <summary>How far the episode has come, in words: <c>step 132 of 500, return 132</c>.</summary>
    /// <param name="environment">What is played; its time limit is told.</param>
    public string Words(EnvironmentSpecification environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var limit = environment.StepLimit is { } steps ? $" of {steps}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"step {Step}{limit}, return {Return:0.###}");
    }
}
