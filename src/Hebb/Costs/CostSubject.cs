namespace Hebb.Costs;

/// <summary>What the outputs are that a cost asks something of.</summary>
public enum CostSubject
{
    /// <summary>Values with a target each, of any kind.</summary>
    Outputs,

    /// <summary>The logits of a policy's actions.</summary>
    Policy,

    /// <summary>The values of actions, of which one was taken.</summary>
    ActionValue,
}
