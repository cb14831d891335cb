using System.Reflection;

namespace Hebb.Configurations;

/// <summary>One setting or part of <see cref="SettingsShape"/>.</summary>
/// <param name="Name">Its name in files, in camel case.</param>
/// <param name="Properties">The properties that lead from the outermost settings to it, itself the last.</param>
/// <param name="Kind">The kind of its value; null where it is a part.</param>
/// <param name="Part">What it is made of; null where it is a value.</param>
/// <param name="IsOptional">Whether there need be none.</param>
internal sealed record SettingField(
    string Name,
    ImmutableArray<PropertyInfo> Properties,
    SettingKind? Kind,
    SettingsShape? Part,
    bool IsOptional
)
{
    /// <summary>The property that it is.</summary>
    public PropertyInfo Property => Properties[^1];
}
