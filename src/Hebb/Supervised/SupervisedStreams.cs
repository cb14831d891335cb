using Hebb.Numerics;

namespace Hebb.Supervised;

/// <summary>
/// The random streams of a supervised run: spawned children of its seed, as numpy's <c>SeedSequence.spawn</c> gives them, so
/// that none depends on how much another has drawn.
/// </summary>
public static class SupervisedStreams
{
    /// <summary>Child 1: the stream that weights are drawn from at the start.</summary>
    public static Pcg64 Initialization(ulong seed) => Spawned(seed, 1);

    /// <summary>Child 2: the stream that the order of the examples is drawn from.</summary>
    public static Pcg64 Shuffling(ulong seed) => Spawned(seed, 2);

    /// <summary>Child 3: the stream that the signs of random nudging are drawn from.</summary>
    public static Pcg64 Nudging(ulong seed) => Spawned(seed, 3);

    /// <summary>A child of child 3: the stream of one of several threads, each of which draws signs for its part of a batch.</summary>
    /// <param name="worker">The thread, from 0.</param>
    public static Pcg64 Nudging(ulong seed, int worker) => new(new SeedSequence(seed).Spawn(3).Spawn(worker));

    private static Pcg64 Spawned(ulong seed, int key) => new(new SeedSequence(seed).Spawn(key));
}
