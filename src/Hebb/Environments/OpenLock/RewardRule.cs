namespace Hebb.Environments.OpenLock;

/// <summary>Which version of upstream's rewards is meant, where the two differ.</summary>
public enum RewardRule
{
    /// <summary>
    /// That of 2020, as it was meant: an unlocked door pays on the way of a solution alone, and an action has no effect where
    /// nothing changed.
    /// </summary>
    Current2020,

    /// <summary>
    /// That of 2018: every action after which the door is unlocked pays, and only an action upon an inactive lever counts as one
    /// without effect.
    /// </summary>
    Legacy2018,
}
