using System.Reflection;
using Hebb.Catalogues;
using Hebb.Naming;
using Hebb.Settings;

namespace Hebb.Configurations;

/// <summary>
/// How settings stand in a file: what <see cref="SettingsPartAttribute"/> and the properties of their records say. What is chosen by
/// name begins with the name.
/// </summary>
internal sealed class SettingsShape(Type type, CatalogueSet known)
{
    private readonly List<SettingField> _fields = [];
    private readonly List<(Type Type, ImmutableArray<PropertyInfo> Owner)> _sources = [];

    /// <summary>The type of the record; of the first, where a part holds the settings of several.</summary>
    public Type Type { get; } = type;

    /// <summary>The settings and parts, in the order of the file.</summary>
    public IReadOnlyList<SettingField> Fields => _fields;

    /// <summary>What can be chosen by name here; null where nothing can.</summary>
    public IReadOnlyList<INamed>? Choices =>
        _fields.Select(one => one.Kind).OfType<ChosenKind>().FirstOrDefault()?.Choices;

    /// <summary>The shape of settings of a type, of which nothing is chosen yet.</summary>
    public static SettingsShape Of(Type type, CatalogueSet known) => Of(type, settings: null, known);

    /// <summary>The shape of settings, with those of what they have chosen.</summary>
    public static SettingsShape Of(object settings, CatalogueSet known) => Of(settings.GetType(), settings, known);

    /// <summary>The shape of a part with the settings of one choice.</summary>
    /// <param name="choice">The choice; one of <see cref="Choices"/>.</param>
    public SettingsShape Choosing(INamed choice)
    {
        var shape = new SettingsShape(choice.GetType(), known);
        foreach ((Type type, ImmutableArray<PropertyInfo> owner) in _sources)
        {
            shape.AddRecord(type, owner, SettingRecord.IsChosen(type) ? choice : null, [choice]);
        }

        return shape;
    }

    /// <summary>The setting or part of a name; null where there is none.</summary>
    public SettingField? Find(string name) =>
        _fields.Find(field => string.Equals(field.Name, name, StringComparison.Ordinal));

    /// <summary>The dotted paths, below this, of all settings of a name, those of every choice among them.</summary>
    public IEnumerable<string> PathsTo(string name)
    {
        foreach (SettingField field in _fields)
        {
            if (field.Part is { } part)
            {
                IEnumerable<SettingsShape> shapes = part.Choices is { } choices
                    ? choices.Select(part.Choosing)
                    : [part];
                IEnumerable<string> paths = shapes.SelectMany(shape =>
                    shape.Find(name) is { Part: null } ? [name] : shape.PathsTo(name)
                );
                foreach (var path in paths.Distinct(StringComparer.Ordinal))
                {
                    yield return SettingText.Join(field.Name, path);
                }
            }
        }
    }

    /// <summary>All settings below this, those of every choice among them, but not the names of choices.</summary>
    public IEnumerable<SettingField> Below()
    {
        foreach (SettingsShape part in _fields.Select(field => field.Part).OfType<SettingsShape>())
        {
            IEnumerable<SettingsShape> shapes = part.Choices is { } choices ? choices.Select(part.Choosing) : [part];
            foreach (SettingsShape shape in shapes)
            {
                foreach (
                    SettingField field in shape.Fields.Where(one => one.Part is null && one.Kind is not ChosenKind)
                )
                {
                    yield return field;
                }

                foreach (SettingField field in shape.Below())
                {
                    yield return field;
                }
            }
        }
    }

    private static SettingsShape Of(Type type, object? settings, CatalogueSet known)
    {
        var shape = new SettingsShape(type, known);
        shape.AddRecord(type, [], settings, choices: null);
        return shape;
    }

    private void AddRecord(Type type, ImmutableArray<PropertyInfo> owner, object? value, IReadOnlyList<INamed>? choices)
    {
        _sources.Add((type, owner));
        if (SettingRecord.IsChosen(type))
        {
            var kind = new ChosenKind(choices ?? SettingChoices.Of(type, known));
            _fields.Add(new SettingField(SettingText.ChoiceName, owner, kind, Part: null, IsOptional: false));
        }

        foreach (PropertyInfo property in SettingRecord.PropertiesOf(SettingRecord.TypeOf(value?.GetType() ?? type)))
        {
            ImmutableArray<PropertyInfo> properties = owner.Add(property);
            if (SettingKinds.Of(property, known) is { } kind)
            {
                var isOptional = SettingRecord.IsOptional(property);
                _fields.Add(new SettingField(Named(property), properties, kind, Part: null, isOptional));
                continue;
            }

            var name = property.GetCustomAttribute<SettingsPartAttribute>()?.Name ?? Named(property);
            SettingsShape shape = name.Length == 0 ? this : PartOf(name, properties);
            shape.AddRecord(property.PropertyType, properties, value is null ? null : property.GetValue(value), null);
        }
    }

    private SettingsShape PartOf(string name, ImmutableArray<PropertyInfo> properties)
    {
        if (Find(name)?.Part is { } there)
        {
            return there;
        }

        PropertyInfo property = properties[^1];
        var part = new SettingsShape(property.PropertyType, known);
        _fields.Add(new SettingField(name, properties, Kind: null, part, SettingRecord.IsOptional(property)));
        return part;
    }

    private static string Named(PropertyInfo property) => SettingText.Camel(property.Name);
}
