using Hebb.Agents;
using Hebb.Agents.Recurrent;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Numerics;
using Hebb.Snapshots;

namespace Hebb.Tests.Agents.Recurrent;

public sealed class RecurrentAgentTests
{
    public static TheoryData<string> Names => ["gru", "lstm", "rnn", "rtrl", "rflo"];

    // Before anything was learned, both draw from streams that begin alike.
    [Theory]
    [MemberData(nameof(Names))]
    public void Its_policy_acts_as_it_does_itself(string name)
    {
        IRememberingAgent agent = One(name);
        IRememberingPolicy policy = agent.CreatePolicy();
        policy.Begin();
        var random = new Pcg64(4);
        var action = new int[1];
        for (var step = 0; step < 40; step++)
        {
            float[] observation = [(float)random.NextGaussian(), (float)random.NextGaussian(), 1];
            agent.Act(new ReadOnlyMatrixSpan<float>(observation, 3), action);
            Assert.Equal(action[0], policy.Act(observation, samples: true));
            if (name.StartsWith('r') && name != "rnn")
            {
                // These learn at every step: what follows would be another policy.
                break;
            }

            bool ends = step % 7 == 6;
            agent.Observe(
                new ParallelSteps
                {
                    Observations = new ReadOnlyMatrixSpan<float>(observation, 3),
                    Rewards = [0],
                    Terminated = [ends],
                    Truncated = [false],
                    FinalObservations = new ReadOnlyMatrixSpan<float>(observation, 3),
                }
            );
            if (ends)
            {
                policy.Begin();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_its_policy_does_depends_on_what_it_met(string name)
    {
        var policy = (RecurrentPolicy)One(name).CreatePolicy();
        policy.Begin();
        policy.Act([1, 0, 0], samples: false);
        var first = policy.Value;
        policy.Act([1, 0, 0], samples: false);
        Assert.NotEqual(first, policy.Value);
        policy.Begin();
        policy.Act([1, 0, 0], samples: false);
        Assert.Equal(first, policy.Value);
    }

    // The value of a reward of 1 at every step is 1 in a last step that ends the task, 1 / (1 - gamma) in one that a limit cuts short.
    [Theory]
    [InlineData("gru", 1, false, 1)]
    [InlineData("gru", 12, true, 2)]
    [InlineData("rflo", 1, false, 1)]
    [InlineData("rflo", 12, true, 2)]
    [InlineData("rtrl", 12, true, 2)]
    public void A_time_limit_does_not_end_the_value(string name, int length, bool isTruncated, double expected)
    {
        IEnvironment Create() => new SteadyEnvironment(length, isTruncated);
        var task = new AgentTask(Create().Specification, 20_000, 1);
        IRememberingAgent agent =
            name == "gru"
                ? new RecurrentActorCritic(new RecurrentSettings { Discount = 0.5, RolloutSteps = 8 }, task)
                : new OnlineRecurrentActorCritic(
                    new OnlineRecurrentSettings
                    {
                        Discount = 0.5,
                        Rule = name == "rtrl" ? OnlineRule.Rtrl : OnlineRule.Rflo,
                        Hidden = 8,
                    },
                    task
                );
        new TrainingLoop(agent, Create, 1).Run(task.Steps);
        var policy = (RecurrentPolicy)agent.CreatePolicy();
        policy.Begin();
        for (var step = 0; step < length; step++)
        {
            policy.Act([1], samples: false);
        }

        Assert.Equal(expected, policy.Value, 0.05);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Looking_at_what_it_would_do_changes_nothing(string name)
    {
        (IParallelAgent looked, TrainingLoop seen) = Cued(name);
        (IParallelAgent alone, TrainingLoop unseen) = Cued(name);
        for (var steps = 300; steps < 1500; steps += 300)
        {
            seen.Run(steps);
            unseen.Run(steps);
            GreedyEvaluation.Run(looked, new CueEnvironment(3), 3, 1, TestContext.Current.CancellationToken);
        }

        Assert.Equal(Text(alone), Text(looked));

        static string Text(IParallelAgent agent) =>
            string.Join(
                '\n',
                StateSnapshot.Of(agent).Entries.Select(entry => Convert.ToHexString(entry.Bytes.AsSpan()))
            );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Learning_allocates_nothing(string name)
    {
        (_, TrainingLoop loop) = Cued(name);
        loop.Run(2000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        loop.Run(4000);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Exact_traces_of_too_many_units_are_refused_in_a_line()
    {
        var task = new AgentTask(new CueEnvironment(3).Specification, 100, 1);
        var refusal = Assert.Throws<ArgumentException>(() =>
            new OnlineRecurrentActorCritic(new OnlineRecurrentSettings { Rule = OnlineRule.Rtrl, Hidden = 500 }, task)
        );
        Assert.StartsWith(
            "Hidden: 500; at most 406 are possible with the rule rtrl",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    private static (IParallelAgent Agent, TrainingLoop Loop) Cued(string name)
    {
        var task = new AgentTask(new CueEnvironment(3).Specification, 4000, 2);
        IParallelAgent agent = CatalogueSet.Standard.Agents.Find(name).Create(task);
        return (agent, new TrainingLoop(agent, () => new CueEnvironment(3), 2));
    }

    private static IRememberingAgent One(string name)
    {
        AgentSettings settings = CatalogueSet.Standard.Agents.Find(name).Settings!;
        var task = new AgentTask(new CueEnvironment(3).Specification, 4000, 2);
        return (IRememberingAgent)
            settings.Create(
                task,
                settings.For(task) is RecurrentSettings recurrent
                    ? recurrent with
                    {
                        Environments = 1,
                    }
                    : settings.For(task)
            );
    }
}
