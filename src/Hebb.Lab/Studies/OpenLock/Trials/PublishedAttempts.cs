namespace Hebb.Lab.Studies.OpenLock.Trials;

/// <summary>
/// What is known of others: Edmonds et al., "Theory-based causal transfer" (2020), and "Human causal transfer" (2018). Mean
/// attempts of people and of their causal learner are in figures alone, so that no number of them can be given.
/// </summary>
internal static class PublishedAttempts
{
    /// <summary>The published results of people, of the causal learner and of agents, one sentence each.</summary>
    public static IReadOnlyList<string> Findings { get; } =
    [
        "The best agents (PPO and TRPO of DQN, DQN-PE, A2C, TRPO, PPO and MAML) end near 10 attempts a trial in CC4 and near 25 in CE4, without training in rooms of three levers (2020).",
        "Of those agents only A2C in CC4 shows a positive transfer; by people's protocol none of them learns anything meaningful (2020).",
        "The causal learner, 40 agents a condition: CE4 harder than CC4; CE4 easier after CE3 than after CC3, t(79) = 3.0, p = 0.004; in CC4 no effect of congruence, t(79) = 0.63 (2020).",
        "People, 40 a condition: CC easier than CE (2018, 2020); congruent training helped where the structure was a common cause (2018), where it was a common effect (2020). The two papers differ in it.",
    ];

    /// <summary>Where the best published agents end without training, in attempts a trial; null where nothing is known.</summary>
    public static double? EndOfLearning(RoomCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition.Name switch
        {
            "CC4" => 10,
            "CE4" => 25,
            _ => null,
        };
    }

    /// <summary>The fewest attempts that all solutions of a room with four levers can take: one each.</summary>
    public const int Fewest = 3;
}
