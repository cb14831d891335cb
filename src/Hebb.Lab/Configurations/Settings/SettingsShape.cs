using System.Collections.Immutable;
using System.Reflection;
using Hebb.Agents.Settings;

namespace Hebb.Lab.Configurations.Settings;

/// <summary>How settings stand in a file: what <see cref="SettingsPartAttribute"/> and the properties of their records say.</summary>
internal sealed class SettingsShape
{
    private readonly List<SettingField> _fields = [];

    private SettingsShape(Type type) => Type = type;

    /// <summary>The type of the record; of the first, where a part holds the settings of several.</summary>
    public Type Type { get; }

    /// <summary>The settings and parts, in the order of the file.</summary>
    public IReadOnlyList<SettingField> Fields => _fields;

    /// <summary>The shape of settings.</summary>
    /// <param name="type">Their type: a record.</param>
    public static SettingsShape Of(Type type)
    {
        var shape = new SettingsShape(type);
        shape.Add(type, []);
        return shape;
    }

    /// <summary>The setting or part of a name; null where there is none.</summary>
    /// <param name="name">The name.</param>
    public SettingField? Find(string name) =>
        _fields.Find(field => string.Equals(field.Name, name, StringComparison.Ordinal));

    private void Add(Type type, ImmutableArray<PropertyInfo> owner)
    {
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is null)
            {
                continue;
            }

            ImmutableArray<PropertyInfo> properties = owner.Add(property);
            if (SettingKinds.Of(property) is { } kind)
            {
                _fields.Add(new SettingField(Named(property), properties, kind, Part: null, IsOptional(property)));
                continue;
            }

            var name = property.GetCustomAttribute<SettingsPartAttribute>()?.Name ?? Named(property);
            if (name.Length == 0)
            {
                Add(property.PropertyType, properties);
            }
            else
            {
                PartOf(name, properties).Add(property.PropertyType, properties);
            }
        }
    }

    private SettingsShape PartOf(string name, ImmutableArray<PropertyInfo> properties)
    {
        if (Find(name)?.Part is { } known)
        {
            return known;
        }

        var part = new SettingsShape(properties[^1].PropertyType);
        _fields.Add(new SettingField(name, properties, Kind: null, part, IsOptional(properties[^1])));
        return part;
    }

    private static string Named(PropertyInfo property) => SettingText.Camel(property.Name);

    private static bool IsOptional(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).WriteState is NullabilityState.Nullable;
}
