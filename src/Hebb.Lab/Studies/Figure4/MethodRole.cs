namespace Hebb.Lab.Studies.Figure4;

/// <summary>What a method is in a panel of the figure, in the order in which they are shown.</summary>
public enum MethodRole
{
    /// <summary>The rule as the report's equations have it.</summary>
    Published,

    /// <summary>The rule as the report's code has it.</summary>
    Coded,

    /// <summary>The rule made to work: an agent of the catalogue.</summary>
    Working,

    /// <summary>The agent that differs from the working one in learning by backprop alone.</summary>
    Twin,

    /// <summary>The report's own comparison by backprop.</summary>
    ReportBackprop,
}
