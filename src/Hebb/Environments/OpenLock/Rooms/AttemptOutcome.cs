namespace Hebb.Environments.OpenLock.Rooms;

/// <summary>What an attempt was good for.</summary>
public enum AttemptOutcome
{
    /// <summary>Its actions are no solution.</summary>
    NoSolution,

    /// <summary>Its actions are a solution that was found before in the trial.</summary>
    Repeated,

    /// <summary>Its actions are a solution, found for the first time in the trial.</summary>
    NewSolution,
}
