using Hebb.Agents;
using Hebb.Catalogues;

namespace Hebb.Tests.Agents.Recurrent;

/// <summary>Agents with a memory answer what they were told five steps before; the same without their memory do not.</summary>
public sealed class RecurrentLearningTests
{
    private const int Blanks = 5;

    public static TheoryData<string, int> Agents =>
        new()
        {
            { "gru", 30_000 },
            { "lstm", 30_000 },
            { "rnn", 30_000 },
            { "rtrl", 15_000 },
            { "rflo", 40_000 },
        };

    [Theory]
    [MemberData(nameof(Agents))]
    public void It_answers_what_it_was_told(string name, int steps)
    {
        for (var seed = 0UL; seed < 2; seed++)
        {
            IParallelAgent agent = Agent(name, steps, seed);
            Assert.InRange(Last(agent, steps, seed), 0.9, 1);
            double[] greedy = GreedyEvaluation.Run(
                agent,
                new CueEnvironment(Blanks),
                40,
                seed,
                TestContext.Current.CancellationToken
            );
            Assert.Equal(40, greedy.Sum());
        }
    }

    [Theory]
    [MemberData(nameof(Agents))]
    public void Without_its_memory_it_answers_by_chance(string name, int steps) =>
        Assert.InRange(Last(new ForgettingAgent(Agent(name, steps, seed: 1)), steps, seed: 1), -0.2, 0.2);

    [Theory]
    [InlineData("rtrl", 15_000)]
    [InlineData("rflo", 40_000)]
    public void Random_feedback_is_enough(string name, int steps)
    {
        var settings = new Hebb.Agents.Recurrent.OnlineRecurrentSettings
        {
            Rule = name == "rtrl" ? Hebb.Agents.Recurrent.OnlineRule.Rtrl : Hebb.Agents.Recurrent.OnlineRule.Rflo,
            RandomFeedback = true,
        };
        AgentTask task = new(new CueEnvironment(Blanks).Specification, steps, Seed: 1);
        Assert.InRange(
            Last(CatalogueSet.Standard.Agents.Find(name).Settings!.Create(task, settings), steps, 1),
            0.9,
            1
        );
    }

    // The mean return of the last 500 episodes.
    private static double Last(IParallelAgent agent, int steps, ulong seed)
    {
        var returns = new List<double>();
        new TrainingLoop(agent, () => new CueEnvironment(Blanks), seed).Run(steps, end => returns.Add(end.Return));
        return returns.TakeLast(500).Average();
    }

    private static IParallelAgent Agent(string name, int steps, ulong seed) =>
        CatalogueSet
            .Standard.Agents.Find(name)
            .Create(new AgentTask(new CueEnvironment(Blanks).Specification, steps, seed));
}
