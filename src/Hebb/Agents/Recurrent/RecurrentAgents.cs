namespace Hebb.Agents.Recurrent;

/// <summary>The agents of the catalogue that remember in a recurrent network, with the settings that were fixed for each environment.</summary>
internal static class RecurrentAgents
{
    private static readonly RecurrentSettings Remembering = new();

    // Returns of these environments are of a hundred steps, and nothing has to be remembered for long.
    private static readonly RecurrentSettings Controlling = Remembering with
    {
        RolloutSteps = 32,
        ValueScale = 50,
        AnnealsLearningRate = true,
    };

    private static readonly TunedSettings<RecurrentSettings> Tuned = new(Remembering)
    {
        { "CartPole-v0", Controlling },
        { "CartPole-v1", Controlling },
        { "Acrobot-v1", Controlling },
        { "MountainCar-v0", Controlling },
    };

    private static readonly OnlineRecurrentSettings AtEveryStep = new();

    private static readonly OnlineRecurrentSettings ControllingAtEveryStep = AtEveryStep with
    {
        ValueScale = 50,
        AnnealsLearningRate = true,
    };

    private static readonly TunedSettings<OnlineRecurrentSettings> TunedOnline = new(AtEveryStep)
    {
        { "CartPole-v0", ControllingAtEveryStep },
        { "CartPole-v1", ControllingAtEveryStep },
        { "Acrobot-v1", ControllingAtEveryStep },
        { "MountainCar-v0", ControllingAtEveryStep },
    };

    /// <summary>Every one of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<AgentEntry> All { get; } =
    [
        ByBackprop(
            "gru",
            "A2C, GRU (backprop through time)",
            "advantage actor-critic with gated recurrent units, by backprop through time",
            RecurrentCellKind.Gru
        ),
        ByBackprop(
            "lstm",
            "A2C, LSTM (backprop through time)",
            "the same with long short-term memory",
            RecurrentCellKind.Lstm
        ),
        ByBackprop(
            "rnn",
            "A2C, plain recurrent network (backprop through time)",
            "the same with a plain recurrent network of tanh units",
            RecurrentCellKind.Plain
        ),
        Online(
            "rtrl",
            "Actor-critic, real-time recurrent learning",
            "actor-critic that learns at every step, recurrent weights by exact real-time recurrent learning",
            OnlineRule.Rtrl
        ),
        Online(
            "rflo",
            "Actor-critic, random-feedback local online learning",
            "the same by what is known at each weight (Murray 2019; Lemmel and Grosu 2025)",
            OnlineRule.Rflo
        ),
    ];

    private static AgentEntry Online(string name, string title, string description, OnlineRule rule) =>
        AgentEntry.Of(
            name,
            title,
            description,
            task => TunedOnline.For(task) with { Rule = rule },
            (task, settings) => new OnlineRecurrentActorCritic(settings, task)
        );

    private static AgentEntry ByBackprop(string name, string title, string description, RecurrentCellKind cell) =>
        AgentEntry.Of(
            name,
            title,
            description,
            task => Tuned.For(task) with { Cell = cell },
            (task, settings) => new RecurrentActorCritic(settings, task)
        );
}
