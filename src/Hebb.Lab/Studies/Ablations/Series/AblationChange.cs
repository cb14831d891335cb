namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>One thing by which a working agent differs from the report's.</summary>
/// <typeparam name="TSettings">What the agent is made of.</typeparam>
/// <param name="Name">It in names.</param>
/// <param name="Title">What it adds, as a row of a ladder says it.</param>
/// <param name="Without">The settings that take it off an agent that has it, such as <c>returnSteps=1</c>.</param>
internal sealed record AblationChange<TSettings>(string Name, string Title, params string[] Without)
{
    /// <summary>What an agent is that lacks it alone.</summary>
    public string Lack { get; init; } = "";

    /// <summary>Takes it off where settings cannot say it.</summary>
    public Func<TSettings, TSettings> Undo { get; init; } = settings => settings;

    /// <summary>Whether it is the scaling of observations, which is not among the settings.</summary>
    public bool ScalesObservations { get; init; }

    /// <summary>
    /// The factor of the learning rate at which the step of the ladder that ends with it did best, of 1, 1/10 and 1/100: nothing is to fail
    /// for its rate alone. Chosen on seeds 0 to 19, DQN's on seeds 0 to 3 with 60,000 steps.
    /// </summary>
    public double Rate { get; init; } = 1;
}
