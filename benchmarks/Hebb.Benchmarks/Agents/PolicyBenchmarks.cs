using BenchmarkDotNet.Attributes;
using Hebb.Benchmarks.Environments;
using Hebb.Catalogues;
using Hebb.Policies;

namespace Hebb.Benchmarks.Agents;

/// <summary>
/// Acting with what was trained: one observation of CartPole, by a 4-64-2 network that settles or by its backprop twin's one pass. The agents
/// are as they start; what they have learned does not change the time of a pass, and of settling little.
/// </summary>
[Config(typeof(EnvironmentConfiguration))]
public class PolicyBenchmarks
{
    private readonly float[] _observation = [0.01f, 0.2f, -0.03f, -0.1f];
    private Policy _policy = null!;

    /// <summary>The agent.</summary>
    [Params("ppo-ep", "ppo", "policy-ep", "reward-ep", "dqn-ep", "dqn")]
    public string Agent { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        var environment = CatalogueSet.Standard.CreateEnvironment("CartPole-v1").Specification;
        _policy = new Learner(new AgentDefinition(Agent, environment, seed: 1)).ToPolicy();
    }

    [Benchmark(Description = "best action")]
    public int Act() => _policy.Act(_observation);

    [Benchmark(Description = "drawn action")]
    public int Sample() => _policy.Sample(_observation);
}
