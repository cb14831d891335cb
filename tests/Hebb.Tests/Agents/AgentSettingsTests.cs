using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Agents.Dqn;
using Hebb.Agents.Ppo;
using Hebb.Catalogues;
using Hebb.Costs;
using Hebb.Environments;
using Hebb.Learning.Contrastive;
using Hebb.Learning.Exact;
using Hebb.Relaxation.Acceleration;
using Hebb.Settings;

namespace Hebb.Tests.Agents;

public sealed class AgentSettingsTests
{
    public static TheoryData<string> Names { get; } = [.. CatalogueSet.Standard.Agents.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_agent_is_made_of_the_settings_that_it_tells(string name)
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find(name);
        foreach (var environment in CatalogueSet.Standard.EnvironmentsOf(entry).Where(PlayedEnvironments.Has))
        {
            IEnvironment Create() => CatalogueSet.Standard.CreateEnvironment(entry, environment);
            var task = new AgentTask(Create().Specification, 10_000, 4);
            var settings = entry.Settings!.For(task);
            Assert.IsType(entry.Settings.Type, settings);
            Assert.Equal(Played(entry.Create(task), Create), Played(entry.Settings.Create(task, settings), Create));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_number_of_the_settings_has_a_range(string name) =>
        Assert.Empty(Unbounded(CatalogueSet.Standard.Agents.Find(name).Settings!.Type, []));

    [Fact]
    public void Costs_are_known_by_the_names_that_they_have_themselves()
    {
        ICost[] costs =
        [
            SquaredError.Half,
            new ClippedPolicyCost(),
            new PolicyGradientCost(),
            new ChosenLogitCost(),
            new TemporalDifferenceCost(),
            new TemporalDifferenceCost(double.PositiveInfinity),
        ];
        Assert.All(costs, cost => Assert.Contains(CostCatalogue.All, entry => entry.Name == cost.Name));
        Assert.Distinct(CostCatalogue.All.Select(entry => entry.Name), StringComparer.Ordinal);
        Assert.Contains(
            "clipped-policy",
            Refusal(() => SettingRules.Require(new PpoOptions { Cost = "linear" })),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_cannot_be_together_is_refused_by_its_name()
    {
        Refuses(
            "Estimator.Beta: -1; a number above 0 is needed",
            new ApproximatorOptions { Estimator = new SymmetricSettings { Beta = -1 } }
        );
        Refuses("Estimator.Beta: 0", new ApproximatorOptions { Estimator = new OneSidedSettings { Beta = 0 } });
        SettingRules.Require(new ApproximatorOptions { Estimator = new OneSidedSettings { Beta = -1 } });
        SettingRules.Require(new ApproximatorOptions { Estimator = new BackpropagationSettings() });
        Refuses(
            "Relaxation.Name: anderson",
            new ApproximatorOptions
            {
                Estimator = new BackpropagationThroughSweepsSettings(),
                Relaxation = new AndersonSettings(),
            }
        );
        Refuses(
            "Network.Activation: hard-tanh",
            new ApproximatorOptions
            {
                Estimator = new HolomorphicSettings(),
                Network = new NetworkSettings { Activation = Hebb.Networks.Activations.Activation.HardTanh },
            }
        );
        Refuses("Network.Feedback: 0.5", new FreeEnergyOptions { Network = new FreeEnergyShape { Feedback = 0.5 } });
        Refuses("Minibatch: 100", new PpoOptions { Minibatch = 100 });
        Refuses("EntropyBonus: 1", new PpoOptions { EntropyBonus = 1, Cost = CostCatalogue.ChosenLogit });
        Refuses(
            "Approximator.Estimator.Name: coupled-learning",
            new DqnOptions { Approximator = new() { Estimator = new CoupledLearningSettings() } }
        );
    }

    [Fact]
    public void The_environments_of_a_loop_can_have_a_seed_of_their_own()
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find("random");
        IEnvironment Create() => CatalogueSet.Standard.CreateEnvironment(entry, "CartPole-v1");
        List<double> Returns(ulong? environmentSeed)
        {
            var returns = new List<double>();
            IParallelAgent agent = entry.Create(new AgentTask(Create().Specification, 500, 3));
            new TrainingLoop(agent, Create, 3, environmentSeed).Run(500, end => returns.Add(end.Return));
            return returns;
        }

        Assert.Equal(Returns(null), Returns(RandomStreams.Environments(3)));
        Assert.NotEqual(Returns(null), Returns(3));
    }

    private static IEnumerable<string> Unbounded(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            yield break;
        }

        foreach (PropertyInfo property in type.GetProperties().Where(property => property.SetMethod is not null))
        {
            Type inner = property.PropertyType;
            if (inner == typeof(int) || inner == typeof(long) || inner == typeof(double))
            {
                if (property.GetCustomAttribute<RangeAttribute>() is null)
                {
                    yield return $"{type.Name}.{property.Name}";
                }
            }
            else if (
                inner.Namespace?.StartsWith("Hebb.", StringComparison.Ordinal) is true
                && SettingRecord.IsPart(property)
            )
            {
                foreach (var one in Unbounded(inner, seen))
                {
                    yield return one;
                }
            }
        }
    }

    private static List<double> Played(IParallelAgent agent, Func<IEnvironment> create)
    {
        var returns = new List<double>();
        new TrainingLoop(agent, create, 4).Run(700, end => returns.Add(end.Return));
        return returns;
    }

    private static void Refuses(string expected, ISettings settings) =>
        Assert.StartsWith(expected, Refusal(() => SettingRules.Require(settings)), StringComparison.Ordinal);

    private static string Refusal(Action make) => Assert.ThrowsAny<ArgumentException>(make).Message;
}
