namespace Hebb.Lab.Studies.Figure4;

/// <summary>Where a method is shown.</summary>
/// <param name="Panel">The title of the panel: the method of the report.</param>
/// <param name="Role">What it is there.</param>
/// <param name="Variant">What tells it from another method of its role there; empty where there is none.</param>
public sealed record MethodPlace(string Panel, MethodRole Role, string Variant = "")
{
    /// <summary>The role in words, with the variant.</summary>
    public string Text => Variant.Length > 0 ? $"{RoleText}, {Variant}" : RoleText;

    /// <summary>The role in words.</summary>
    public string RoleText =>
        Role switch
        {
            MethodRole.Published => "as published",
            MethodRole.Coded => "as coded",
            MethodRole.Working => "made to work",
            MethodRole.Twin => "backprop twin",
            MethodRole.ReportBackprop => "the report's backprop",
            _ => throw new InvalidOperationException($"{Role} has no name."),
        };
}
