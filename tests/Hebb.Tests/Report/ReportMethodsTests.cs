using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Report;
using Hebb.Report.Agents;
using Hebb.Report.Rules;

namespace Hebb.Tests.Report;

public sealed class ReportMethodsTests
{
    private static readonly DqnOptions DqnRate = new(LearningRate: 0.01);

    private static Dictionary<string, Func<(IAgent Fast, IAgent Reference)>> TwinAgents { get; } =
        new(StringComparer.Ordinal)
        {
            ["actor-critic-backprop"] = () =>
                (new ActorCriticBackprop<float>(4, 2, new(), 5), new ActorCriticBackprop<double>(4, 2, new(), 5)),
            ["actor-critic-as-published"] = () =>
                (new ActorCriticAsPublished<float>(4, 2, new(), 5), new ActorCriticAsPublished<double>(4, 2, new(), 5)),
            ["policy-ep-correlation-as-coded"] = () =>
                (
                    new PolicyCorrelationAsCoded<float>(4, 2, new(), 5),
                    new PolicyCorrelationAsCoded<double>(4, 2, new(), 5)
                ),
            ["policy-ep-energy-as-coded"] = () =>
                (new PolicyEnergyAsCoded<float>(4, 2, new(), 5), new PolicyEnergyAsCoded<double>(4, 2, new(), 5)),
            ["policy-ep-as-published"] = () =>
                (new PolicyAsPublished<float>(4, 2, new(), 5), new PolicyAsPublished<double>(4, 2, new(), 5)),
            ["reward-ep"] = () =>
                (
                    new RewardEquilibriumPropagation<float>(4, 2, new(BiasRule.Negated), 5),
                    new RewardEquilibriumPropagation<double>(4, 2, new(BiasRule.Negated), 5)
                ),
            ["dqn-ep-mended"] = () =>
                (
                    new DqnEquilibriumPropagationMended<float>(4, 2, DqnRate, new(), 5),
                    new DqnEquilibriumPropagationMended<double>(4, 2, DqnRate, new(), 5)
                ),
            ["dqn-ep-as-published"] = () =>
                (
                    new DqnEquilibriumPropagationAsPublished<float>(4, 2, DqnRate, new(), 5),
                    new DqnEquilibriumPropagationAsPublished<double>(4, 2, DqnRate, new(), 5)
                ),
            ["dqn-backprop"] = () =>
                (new DqnBackprop<float>(4, 2, DqnRate, 5), new DqnBackprop<double>(4, 2, DqnRate, 5)),
        };

    public static TheoryData<string> Names { get; } = [.. ReportMethods.All.Select(method => method.Name)];

    [Fact]
    public void Names_are_unique() =>
        Assert.Distinct(ReportMethods.All.Select(method => method.Name), StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others(string name)
    {
        var method = ReportMethods.All.Single(method => method.Name == name);

        var returns = Play(method.Create(1), 1, 40);

        Assert.Equal(returns, Play(method.Create(1), 1, 40));
        Assert.NotEqual(returns, Play(method.Create(2), 2, 40));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_step_allocates_nothing_once_buffers_have_their_size(string name)
    {
        var agent = ReportMethods.All.Single(method => method.Name == name).Create(1);
        var environment = CatalogueSet.Standard.CreateEnvironment("CartPole-v0");
        var observation = new float[4];
        environment.Reset(1, observation);
        PlayOn(agent, environment, observation, 60);

        var before = GC.GetAllocatedBytesForCurrentThread();
        PlayOn(agent, environment, observation, 60);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(agent.IsFinite);
    }

    public static TheoryData<string> Twins { get; } = [.. TwinAgents.Keys];

    // Chaos parts float32 from float64 sooner or later; over a few episodes they must be one.
    [Theory]
    [MemberData(nameof(Twins))]
    public void Fast_agents_act_and_learn_as_the_reference_agents_do(string name)
    {
        var (fast, reference) = TwinAgents[name]();

        Assert.Equal(Play(reference, 5, 4), Play(fast, 5, 4));
    }

    // The constants of docs/figure4.md, written out: neither a default nor the catalogue may drift from them.
    [Theory]
    [MemberData(nameof(Names))]
    public void The_catalogue_runs_the_documented_constants(string name)
    {
        IAgent documented = name switch
        {
            "random" => new RandomAgent(2, 7),
            "actor-critic-backprop" => new ActorCriticBackprop<float>(4, 2, new(128, 0.03, 0.99), 7),
            "actor-critic-as-published" => new ActorCriticAsPublished<float>(4, 2, new(128, 0.03, 0.99), 7),
            "policy-ep-correlation-as-coded" => new PolicyCorrelationAsCoded<float>(4, 2, Policy, 7),
            "policy-ep-energy-as-coded" => new PolicyEnergyAsCoded<float>(4, 2, Policy, 7),
            "policy-ep-as-published" => new PolicyAsPublished<float>(4, 2, Policy, 7),
            "reward-ep-as-coded" => new RewardEquilibriumPropagation<float>(4, 2, Reward(BiasRule.Negated), 7),
            "reward-ep-as-published" => new RewardEquilibriumPropagation<float>(4, 2, Reward(BiasRule.AsWeights), 7),
            "dqn-ep-mended" => new DqnEquilibriumPropagationMended<float>(
                4,
                2,
                Dqn(0.01),
                new UnitAdamOptions(0.5, 0.1, 1, 1),
                7
            ),
            "dqn-ep-as-published" => new DqnEquilibriumPropagationAsPublished<float>(
                4,
                2,
                Dqn(0.01),
                new GradientFlowOptions(0.5, 0.5, 200, 1e-3),
                7
            ),
            "dqn-backprop" => new DqnBackprop<float>(4, 2, Dqn(0.001), 7),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Write its constants down here."),
        };

        Assert.Equal(
            Play(documented, 7, 60),
            Play(ReportMethods.All.Single(method => method.Name == name).Create(7), 7, 60)
        );
    }

    [Fact]
    public void Networks_start_as_the_report_has_them()
    {
        var actor = new PolicyCorrelationAsCoded<double>(4, 2, Policy, 1);
        Assert.InRange(Greatest(actor.Network.InputWeights(0)), 0.19, Math.Sqrt(6.0 / 132));
        Assert.InRange(Greatest(actor.CriticNetwork.InputWeights(0)), 0.47, 0.5);
        Assert.Equal(0, Greatest(actor.Network.HiddenBiases));

        // The greatest of 64 normal numbers is between one and a half and five deviations.
        var learner = new DqnBackprop<double>(4, 2, Dqn(0.001), 1);
        Assert.InRange(Greatest(learner.Network.InputWeights(0)), 0.015, 0.05);

        static double Greatest(ReadOnlySpan<double> numbers)
        {
            var greatest = 0.0;
            foreach (var number in numbers)
            {
                greatest = Math.Max(greatest, Math.Abs(number));
            }

            return greatest;
        }
    }

    private static PolicyOptions Policy => new(128, 0.03, 0.003, 128, 0.03, 0.99);

    private static RewardOptions Reward(BiasRule biases) => new(biases, 1024, 0.001, 0.99);

    private static DqnOptions Dqn(double rate) => new(rate, 64, 0.9, 0.99, 10, 256, 16);

    [Fact]
    public void A_parameter_that_is_no_number_is_noticed()
    {
        var agent = new RewardEquilibriumPropagation<float>(4, 2, new(BiasRule.AsWeights, HiddenSize: 4), 1);
        Assert.True(agent.IsFinite);

        agent.Network.OutputWeights(1)[2] = float.NaN;

        Assert.False(agent.IsFinite);
        Assert.InRange(agent.Act(new float[4]), 0, 1);
    }

    private static double[] Play(IAgent agent, ulong seed, int episodes)
    {
        var environment = CatalogueSet.Standard.CreateEnvironment("CartPole-v0");
        var observation = new float[4];
        environment.Reset(seed, observation);
        return [.. Enumerable.Range(0, episodes).Select(_ => PlayOn(agent, environment, observation, 1))];
    }

    private static double PlayOn(IAgent agent, IEnvironment environment, float[] observation, int episodes)
    {
        var total = 0.0;
        for (var episode = 0; episode < episodes; episode++)
        {
            StepResult result;
            do
            {
                result = environment.Step(agent.Act(observation), observation);
                agent.Observe(observation, result);
                total += result.Reward;
            } while (!result.EpisodeEnded);

            environment.Reset(observation);
        }

        return total;
    }
}
