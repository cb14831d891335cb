using Hebb.Agents;
using Hebb.Agents.Approximators;
using Hebb.Agents.Diagnostics;
using Hebb.Agents.Ppo;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Numerics;

namespace Hebb.Tests.Agents.Diagnostics;

public sealed class AgentDiagnosticsTests
{
    [Fact]
    public void A_learning_agent_tells_of_its_policy_and_of_both_functions()
    {
        (PpoAgent agent, _) = New("symmetric", diagnoses: true);
        Play(agent, 512);
        var taken = Take(agent);
        Assert.InRange(taken["entropy"], 0.1, Math.Log(2) + 1e-6);
        Assert.InRange(taken["action_entropy"], taken["entropy"], Math.Log(2) + 1e-6);
        Assert.Equal(0, taken["collapsed"]);
        Assert.Equal(1, taken["action_0"] + taken["action_1"], 1e-5);
        foreach (var function in (string[])["actor", "critic"])
        {
            Assert.Equal(5, taken[$"{function}_free_sweeps"]);
            Assert.Equal(3, taken[$"{function}_nudged_sweeps"]);
            Assert.InRange(taken[$"{function}_saturation"], 0, 1);
            Assert.InRange(taken[$"{function}_gradient_angle"], 0, 60);
            Assert.InRange(taken[$"{function}_gradient_ratio"], 0.2, 2);
            Assert.True(double.IsFinite(taken[$"{function}_energy"]));
        }
    }

    [Fact]
    public void Measuring_changes_no_bit_of_what_is_learned_and_is_not_a_number_where_it_is_off()
    {
        (PpoAgent measured, NetworkApproximator watched) = New("symmetric", diagnoses: true);
        (PpoAgent agent, NetworkApproximator plain) = New("symmetric", diagnoses: false);
        Play(measured, 512);
        Play(agent, 512);
        Assert.Equal(plain.Parameters.All, watched.Parameters.All);
        Assert.Equal(measured.DiagnosticNames, agent.DiagnosticNames);
        var all = Take(measured);
        foreach (var (name, value) in Take(agent))
        {
            Assert.True(double.IsNaN(value) == ApproximatorDiagnostics.IsCostly(name), name);
            Assert.True(double.IsNaN(value) || value.Equals(all[name]), name);
        }

        Assert.InRange(all["approximate_kl"], 1e-9, 0.1);
        Assert.InRange(all["clip_fraction"], 0, 1);
    }

    private static (PpoAgent Agent, NetworkApproximator Actor) New(string estimator, bool diagnoses)
    {
        IEnvironment environment = CatalogueSet.Standard.CreateEnvironment("CartPole-v1");
        var task = new AgentTask(environment.Specification, 1000, 3) { Diagnoses = diagnoses };
        var options = new PpoOptions { Epochs = 2 };
        var shape = new ApproximatorOptions
        {
            Network = new NetworkSettings { Hidden = [8] },
            Estimator = CatalogueSet.Standard.Estimators.Find(estimator),
        };
        Pcg64 random = RandomStreams.Initialization(task.Seed);
        var actor = new NetworkApproximator(4, 2, options.RolloutSize, shape, random);
        var critic = new NetworkApproximator(4, 1, options.RolloutSize, shape, random);
        return (new PpoAgent(actor, critic, options, task), actor);
    }

    private static void Play(PpoAgent agent, long steps) =>
        new TrainingLoop(agent, () => CatalogueSet.Standard.CreateEnvironment("CartPole-v1"), seed: 3).Run(steps);

    private static Dictionary<string, double> Take(PpoAgent agent)
    {
        var values = new double[agent.DiagnosticNames.Length];
        agent.TakeDiagnostics(values);
        return agent
            .DiagnosticNames.Zip(values)
            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }
}
