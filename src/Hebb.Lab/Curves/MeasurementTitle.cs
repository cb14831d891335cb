using Hebb.Lab.Logs;

namespace Hebb.Lab.Curves;

/// <summary>The words that figures use for what runs measure.</summary>
internal static class MeasurementTitle
{
    /// <summary>What is measured, as an axis names it.</summary>
    /// <param name="name">A column of episodes, or a tag of events.</param>
    public static string Of(string name) =>
        name switch
        {
            "r" => "Return of an episode",
            "l" => "Steps of an episode",
            "t" => "Seconds",
            "env_steps" => "Environment steps",
            TensorBoardTags.MeanReward => "Mean return of greedy episodes",
            TensorBoardTags.StepsPerSecond => "Environment steps per second",
            _ => Words(name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]),
        };

    private static string Words(string name) =>
        name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
}
