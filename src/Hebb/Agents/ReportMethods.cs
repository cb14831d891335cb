namespace Hebb.Agents;

/// <summary>The catalogue of the methods of Figure 4, in the order in which they are shown.</summary>
public static class ReportMethods
{
    /// <summary>Every method.</summary>
    public static IReadOnlyList<ReportMethod> All { get; } = [];
}
