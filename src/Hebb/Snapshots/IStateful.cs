namespace Hebb.Snapshots;

/// <summary>
/// Something whose behaviour depends on what it went through: it can be written down between two steps and put back, exactly.
/// </summary>
/// <remarks>
/// What was decided when it was made (sizes, rates, options) is no state, and neither is what the next step computes anew: a snapshot is
/// put back into an object that was made in the same way.
/// </remarks>
public interface IStateful
{
    /// <summary>Shows every number of the state to a visitor, which reads or writes it; always the same names in the same order.</summary>
    void VisitState(StateVisitor visitor);
}
