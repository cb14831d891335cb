namespace Hebb.Agents.OpenLock.Chains;

/// <summary>
/// How many causal chains a learner of OpenLock has to think of: sequences of steps in which an action changes the state of one
/// object, each enabled by the change before it.
/// </summary>
/// <remarks>
/// A step is a precondition (none at first, then an object of some position and colour with its new value), the object that is
/// acted upon, the verb, and the kind of change. Pushing and pulling are known for levers, pushing alone for the door; either
/// may be thought to turn 0 into 1 or 1 into 0. Preconditions that contradict the step before are no chain, so that a chain has
/// as many possibilities as its steps have without them. Edmonds et al., "Theory-based causal transfer" (2020), section 4.
/// </remarks>
/// <param name="Positions">The positions that a lever can have; at least 1.</param>
/// <param name="Colours">The colours that an object can have; at least 1.</param>
/// <param name="Steps">The steps of a chain; at least 1.</param>
public sealed record CausalChainCounts(int Positions, int Colours, int Steps)
{
    // Of every change, in either direction.
    private const int Changes = 2;

    /// <summary>The causal relations that one step may have, without its precondition.</summary>
    public int Relations => Changes * Colours * Actions;

    /// <summary>The preconditions that a later step may have: every object, of every colour, with either value.</summary>
    public int Preconditions => Changes * Colours * (Positions + 1);

    /// <summary>The sequences of steps where no heed is paid to whether one leads to the next.</summary>
    public BigInteger Naive => Relations * BigInteger.Pow(Relations * Preconditions, Steps - 1);

    /// <summary>The chains: every step's precondition is what the step before brought about.</summary>
    public BigInteger Valid => BigInteger.Pow(Relations, Steps);

    /// <summary>The chains that are left when the colours of all objects have been seen.</summary>
    public BigInteger AfterColours => BigInteger.Pow(Changes * Actions, Steps);

    /// <summary>The chains that are left when it is known too what pushing and pulling do: sequences of actions.</summary>
    public BigInteger AfterVerbs => BigInteger.Pow(Actions, Steps);

    /// <summary>
    /// What has to be held where chains are not listed but made of their steps: the relations of every step, in place of
    /// <see cref="Valid"/> chains. Prefixes that were found not to be so come on top, one an action without effect.
    /// </summary>
    public BigInteger Factored => (BigInteger)Steps * Relations;

    // Two for a lever, one for the door.
    private int Actions => (2 * Positions) + 1;
}
