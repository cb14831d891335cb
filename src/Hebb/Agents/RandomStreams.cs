using Hebb.Numerics;

namespace Hebb.Agents;

/// <summary>
/// The random streams of a run, spawned from its seed so that none depends on how much another has drawn. The
/// environment takes the seed itself, as Gymnasium's do; spawn key 0 is left for it.
/// </summary>
public static class RandomStreams
{
    /// <summary>The stream that weights are drawn from at the start.</summary>
    public static Pcg64 Initialization(ulong seed) => Spawned(seed, 1);

    /// <summary>The stream that actions are drawn from.</summary>
    public static Pcg64 Policy(ulong seed) => Spawned(seed, 2);

    /// <summary>The stream that replayed transitions are drawn from.</summary>
    public static Pcg64 Replay(ulong seed) => Spawned(seed, 3);

    /// <summary>The stream that greedy evaluation seeds its environments from.</summary>
    public static Pcg64 Evaluation(ulong seed) => Spawned(seed, 4);

    /// <summary>The stream that the weights of memories which no agent teaches are drawn from.</summary>
    public static Pcg64 Memory(ulong seed) => Spawned(seed, 5);

    /// <summary>
    /// The seed of the first of several environments played side by side, far from that of any other run: runs of neighbouring
    /// seeds share no environment.
    /// </summary>
    public static ulong Environments(ulong seed) => Spawned(seed, 0).NextUInt64();

    private static Pcg64 Spawned(ulong seed, int key) => new(new SeedSequence(seed).Spawn(key));
}
