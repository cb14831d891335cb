using BenchmarkDotNet.Attributes;
using Hebb.Agents.OpenLock;
using Hebb.Agents.OpenLock.Chains;
using Hebb.Benchmarks.Measuring;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Numerics;

namespace Hebb.Benchmarks.Chains;

/// <summary>
/// A causal learner from nothing to every solution of a room of CC3: its 216,000 chains in a list, and made of their steps. Both do
/// the same.
/// </summary>
[Config(typeof(ComparisonConfiguration))]
public class ChainBenchmarks
{
    private const ulong Seed = 1;
    private const int AttemptLimit = 700;

    private readonly Room _room = new(Scenario.Find("CC3"), Trial.Find("1"));

    [Benchmark(Baseline = true, Description = "Listed")]
    public int Listed() => Attempts(new ListedChains(CausalLearner.SpaceOfRooms()));

    [Benchmark(Description = "Factored")]
    public int Factored() => Attempts(new FactoredChains(CausalLearner.SpaceOfRooms()));

    private int Attempts(IChainSet chains) =>
        new CausalLearner(new Pcg64(Seed), chains).Play(_room, AttemptLimit).Attempts;
}
