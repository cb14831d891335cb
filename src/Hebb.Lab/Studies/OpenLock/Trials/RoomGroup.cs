namespace Hebb.Lab.Studies.OpenLock.Trials;

/// <summary>Runs that differ by their seeds alone.</summary>
/// <param name="Learner">Who plays.</param>
/// <param name="Protocol">By which protocol.</param>
/// <param name="Condition">In which rooms.</param>
public sealed record RoomGroup(RoomLearner Learner, RoomProtocol Protocol, RoomCondition Condition)
{
    /// <summary>Its name in progress.</summary>
    public string Name =>
        Learner.IsAgent ? $"{Learner.Name} {Condition.Name}, {Protocol.Name}" : $"{Learner.Name} {Condition.Name}";
}
