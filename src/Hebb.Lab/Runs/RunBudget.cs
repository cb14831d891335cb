namespace Hebb.Lab.Runs;

/// <summary>How long a run learns: a number of environment steps, of episodes, or of training examples.</summary>
public sealed record RunBudget
{
    private RunBudget(long? steps, long? episodes, string unit)
    {
        Steps = steps;
        Episodes = episodes;
        Unit = unit;
    }

    /// <summary>What it counts, in the plural.</summary>
    public string Unit { get; }

    /// <summary>The environment steps or training examples; null where the budget is one of episodes.</summary>
    public long? Steps { get; }

    /// <summary>The episodes; null where the budget is one of steps.</summary>
    public long? Episodes { get; }

    /// <summary>The number, of whatever it counts.</summary>
    public long Amount => Steps ?? Episodes!.Value;

    /// <summary>A budget of environment steps.</summary>
    /// <param name="steps">How many; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is below 1.</exception>
    public static RunBudget OfSteps(long steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return new RunBudget(steps, null, "environment steps");
    }

    /// <summary>A budget of episodes.</summary>
    /// <param name="episodes">How many; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="episodes"/> is below 1.</exception>
    public static RunBudget OfEpisodes(long episodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(episodes, 1);
        return new RunBudget(null, episodes, "episodes");
    }

    /// <summary>A budget of training examples, each counted as often as it is learned from.</summary>
    /// <param name="examples">How many; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="examples"/> is below 1.</exception>
    public static RunBudget OfExamples(long examples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(examples, 1);
        return new RunBudget(examples, null, "training examples");
    }

    /// <summary>The budget in words, such as <c>200,000 environment steps</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:N0} {Unit}");
}
