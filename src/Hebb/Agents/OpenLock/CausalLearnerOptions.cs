namespace Hebb.Agents.OpenLock;

/// <summary>What a <see cref="CausalLearner"/> makes use of: everything by default; its ablations leave something out.</summary>
public sealed record CausalLearnerOptions
{
    /// <summary>Whether an action without effect rules out all chains that begin like it; otherwise only what was tried is not tried again.</summary>
    public bool Prunes { get; init; } = true;

    /// <summary>Whether it learns which positions, colours and verbs bring about changes.</summary>
    public bool BottomUp { get; init; } = true;

    /// <summary>Whether a solution that was found makes it expect others of the same schema.</summary>
    public bool TopDown { get; init; } = true;

    /// <summary>Whether it does so in its first trial too, when it has no experience with schemas.</summary>
    public bool TopDownInFirstTrial { get; init; } = true;

    /// <summary>Whether each step of a chain has its own distributions of attributes, or all steps one.</summary>
    public bool IndexesAttributes { get; init; } = true;

    /// <summary>Whether push and pull are among the attributes.</summary>
    public bool HeedsVerbs { get; init; } = true;
}
