namespace Hebb.Agents.OpenLock.Chains;

/// <summary>
/// The causal chains of a number of steps, and the numbers that their relations have. A relation says that an action upon an
/// object of some colour turns its state to 0 or to 1; a chain is a relation for each step, each enabled by what the one before
/// brought about, so that only the first has no precondition.
/// </summary>
/// <remarks>
/// Objects are the positions, by their number, then the door. Actions push a position, pull a position, or push the door, in
/// this order, as in the environment. A pushed lever is 0, a pulled one 1, an open door 1. What an object becomes is called a
/// <em>fluent</em> here: the nodes that the graphs of solutions have.
/// The report's Figure 3; Edmonds et al., "Theory-based causal transfer" (2020), section 4.
/// </remarks>
public sealed record ChainSpace
{
    /// <summary>The states that an object can have.</summary>
    public const int Values = 2;

    /// <summary>Describes chains.</summary>
    /// <param name="positions">The positions that a lever can have; from 1 to 31.</param>
    /// <param name="colours">The colours that an object can have; at least 1.</param>
    /// <param name="steps">The steps of a chain; from 1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or there are more than 255 relations.</exception>
    public ChainSpace(int positions, int colours, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(positions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(colours, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, 12);
        Counts = new CausalChainCounts(positions, colours, steps);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Counts.Relations, byte.MaxValue, nameof(positions));
    }

    /// <summary>How many there are, by several ways of counting.</summary>
    public CausalChainCounts Counts { get; }

    /// <summary>The positions that a lever can have.</summary>
    public int Positions => Counts.Positions;

    /// <summary>The colours that an object can have.</summary>
    public int Colours => Counts.Colours;

    /// <summary>The steps of a chain.</summary>
    public int Steps => Counts.Steps;

    /// <summary>The positions, and the door.</summary>
    public int Objects => Positions + 1;

    /// <summary>Two for each position, one for the door.</summary>
    public int Actions => (2 * Positions) + 1;

    /// <summary>What objects may become: two for each.</summary>
    public int Fluents => Values * Objects;

    /// <summary>The relations that a step may have.</summary>
    public int Relations => Counts.Relations;

    /// <summary>The number of a relation.</summary>
    /// <param name="colour">The colour of the object acted upon.</param>
    /// <param name="value">What the object's state becomes, 0 or 1.</param>
    public byte RelationOf(int action, int colour, int value) =>
        (byte)((((action * Colours) + colour) * Values) + value);

    /// <summary>The action of a relation.</summary>
    public int ActionOf(int relation) => relation / (Values * Colours);

    /// <summary>The colour of the object of a relation.</summary>
    public int ColourOf(int relation) => relation / Values % Colours;

    /// <summary>The object that a relation's action is upon; the door is the last.</summary>
    public int ObjectOf(int relation) => ObjectOfAction(ActionOf(relation));

    /// <summary>The object that an action is upon; the door is the last.</summary>
    public int ObjectOfAction(int action) => action == 2 * Positions ? Positions : action % Positions;

    /// <summary>Whether a relation's action is a pull (1) or a push (0).</summary>
    public int VerbOf(int relation) =>
        ActionOf(relation) is var action && action >= Positions && action < 2 * Positions ? 1 : 0;

    /// <summary>What a relation's object becomes.</summary>
    public int FluentOf(int relation) => (ObjectOf(relation) * Values) + (relation % Values);

    /// <summary>Whether a relation is that the door becomes open.</summary>
    public bool OpensDoor(int relation) => FluentOf(relation) == Fluents - 1;
}
