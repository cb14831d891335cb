using Hebb.Agents;
using Hebb.Agents.OpenLock;
using Hebb.Catalogues;
using Hebb.Numerics;

namespace Hebb.Lab.Studies.OpenLock.Trials;

/// <summary>A learner of the study: an agent of the catalogue, or a learner that gets the same information as a person.</summary>
/// <param name="Name">Its name on the command line and in tables.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Create">Makes the learner from a seed; null for an agent of the catalogue.</param>
public sealed record RoomLearner(string Name, string Title, Func<ulong, IRoomLearner>? Create)
{
    /// <summary>All of them, in the order of the tables.</summary>
    public static ImmutableArray<RoomLearner> All { get; } =
    [
        Causal("causal", "causal learner", new()),
        Causal("causal-no-top-down", "without schemas", new() { TopDown = false }),
        Causal(
            "causal-no-top-down-at-first",
            "without schemas in its first trial",
            new() { TopDownInFirstTrial = false }
        ),
        Causal("causal-no-bottom-up", "without attributes", new() { BottomUp = false }),
        Causal("causal-no-verbs", "without push and pull as attributes", new() { HeedsVerbs = false }),
        Causal("causal-pooled", "one distribution for all steps", new() { IndexesAttributes = false }),
        Causal("causal-no-pruning", "without pruning", new() { Prunes = false }),
        new(
            "pruning-grey",
            "pruning alone, grey levers",
            seed => new PrefixPruningLearner(Stream(seed), heedsColours: true)
        ),
        new("pruning", "pruning alone", seed => new PrefixPruningLearner(Stream(seed))),
        .. RoomAgents.Names.Select(name => new RoomLearner(
            name,
            CatalogueSet.Standard.Agents.Find(name).Title,
            Create: null
        )),
    ];

    /// <summary>Whether it is an agent of the catalogue, which plays by rewards, and both protocols.</summary>
    public bool IsAgent => Create is null;

    private static RoomLearner Causal(string name, string title, CausalLearnerOptions options) =>
        new(name, title, seed => CausalLearner.OfRooms(Stream(seed), options));

    private static Pcg64 Stream(ulong seed) => RandomStreams.Policy(seed);
}
