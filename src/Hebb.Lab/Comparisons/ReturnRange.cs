using Hebb.Environments.OpenLock;
using Hebb.Lab.Catalogue;

namespace Hebb.Lab.Comparisons;

/// <summary>The returns that are possible in an environment, by its rules: between them scores of several become comparable.</summary>
/// <param name="Lowest">The lowest return of an episode.</param>
/// <param name="Highest">The highest.</param>
public readonly record struct ReturnRange(double Lowest, double Highest)
{
    // Reward of each step, and the steps that an episode may have.
    private static readonly Dictionary<string, (int Reward, int Steps)> Known = new(StringComparer.Ordinal)
    {
        ["CartPole-v0"] = (1, 200),
        ["CartPole-v1"] = (1, 500),
        ["Acrobot-v1"] = (-1, 500),
        ["MountainCar-v0"] = (-1, 200),
    };

    // An attempt of OpenLock: 10 for the lever that unlocks the door and 50 for the door, however many steps it may have.
    private static readonly ReturnRange Attempt = new(0, 60);

    // With delays the door is unlocked no sooner than it is pushed.
    private static readonly ReturnRange DelayedAttempt = new(0, 50);

    /// <summary>The range of a run's environment; null where its rules are not known.</summary>
    /// <param name="metric">The score.</param>
    /// <param name="run">The run; its settings may hold another limit of steps than the usual one.</param>
    public static ReturnRange? Of(CataloguedRun run, ScoreMetric metric)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(metric);
        if (metric.MostSupervised is { } most)
        {
            return new ReturnRange(0, most);
        }

        if (OpenLockEnvironments.Include(run.Record.Environment))
        {
            return OfOpenLock(run);
        }

        if (!Known.TryGetValue(run.Record.Environment, out (int Reward, int Steps) rules))
        {
            return null;
        }

        var steps = run.Settings.Find("environment.stepLimit")?.Number ?? rules.Steps;
        return rules.Reward > 0 ? new ReturnRange(0, steps) : new ReturnRange(-steps, 0);
    }

    // Known for attempts and the usual rewards alone: a trial may earn the same reward as often as it has attempts.
    private static ReturnRange? OfOpenLock(CataloguedRun run)
    {
        if (Option("rewardMode") is not (null or "unique-solutions") || Option("episode") is not (null or "attempt"))
        {
            return null;
        }

        var isDelayed = run.Record.Environment.EndsWith("D-v0", StringComparison.Ordinal);
        return isDelayed && Option("transfer") is null ? DelayedAttempt : Attempt;

        string? Option(string name) => run.Settings.Find($"environment.options.{name}")?.Text;
    }

    /// <summary>A return as its part of the range: 0 for the lowest, 1 for the highest.</summary>
    /// <param name="value">The return.</param>
    public double Normalised(double value) => (value - Lowest) / (Highest - Lowest);
}
