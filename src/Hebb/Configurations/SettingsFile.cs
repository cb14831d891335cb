using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hebb.Catalogues;
using Hebb.Naming;
using Hebb.Settings;

namespace Hebb.Configurations;

/// <summary>Settings as JSON, and JSON as settings.</summary>
internal sealed class SettingsFile(CatalogueSet known)
{
    // Names of settings that have another one now.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["flowStep"] = "step",
        ["sweepMomentum"] = "momentum",
    };

    /// <summary>All settings.</summary>
    public JsonObject Write(object settings) => Write(SettingsShape.Of(settings, known), settings);

    /// <summary>Settings that are others but for what is given, possible one by one and together.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="standard">The others, which stay as they are.</param>
    /// <param name="given">What is given; null for nothing.</param>
    /// <exception cref="SettingException">Something given is no setting, or none that is possible.</exception>
    public T Read<T>(T standard, JsonNode? given, string path)
        where T : class, ISettings
    {
        T settings = ReadUnchecked(standard, given, path);
        try
        {
            SettingRules.Require(settings);
            return settings;
        }
        catch (ArgumentException refusal)
        {
            throw Refused(refusal, path);
        }
    }

    /// <summary>The same, possible one by one.</summary>
    /// <param name="shortened">
    /// Takes the settings whose paths leave out levels, which are not read then; null where they are refused.
    /// </param>
    /// <inheritdoc cref="Read{T}"/>
    public T ReadUnchecked<T>(
        T standard,
        JsonNode? given,
        string path,
        ICollection<(string Path, JsonNode? Value)>? shortened = null
    )
        where T : class, ISettings
    {
        T settings = SettingRecord.Copy(standard);
        if (given is not null)
        {
            Read(SettingsShape.Of(settings, known), [], settings, ObjectOf(given, path), path, shortened);
        }

        return settings;
    }

    /// <summary>A node that is an object.</summary>
    /// <exception cref="SettingException">It is none.</exception>
    public static JsonObject ObjectOf(JsonNode? node, string path) =>
        node as JsonObject
        ?? throw new SettingException(path, $"{SettingText.Shown(node)}; an object with settings is needed");

    /// <summary>What is said of a setting that there is not.</summary>
    public static SettingException Unknown(string path, string name, IReadOnlyCollection<string> names) =>
        new(SettingText.Join(path, name), $"no such setting; {NearestName.Unknown(name, names)}");

    private static JsonObject Write(SettingsShape shape, object settings)
    {
        var written = new JsonObject();
        foreach (SettingField field in shape.Fields)
        {
            var value = ValueOf(field, settings);
            if (field.Part is { } part)
            {
                written[field.Name] = value is null ? null : Write(part, settings);
            }
            else if (value is not null)
            {
                written[field.Name] = field.Kind!.Write(value);
            }
        }

        return written;
    }

    private void Read(
        SettingsShape shape,
        ImmutableArray<string> parts,
        object settings,
        JsonObject given,
        string path,
        ICollection<(string Path, JsonNode? Value)>? shortened
    )
    {
        // The name says which other settings there are.
        if (shape.Choices is not null && given.TryGetPropertyValue(SettingText.ChoiceName, out JsonNode? choice))
        {
            Choose(
                shape.Find(SettingText.ChoiceName)!,
                settings,
                choice,
                SettingText.Join(path, SettingText.ChoiceName)
            );
            shape = parts.Aggregate(SettingsShape.Of(settings, known), (outer, part) => outer.Find(part)!.Part!);
        }

        foreach ((var name, JsonNode? node) in given)
        {
            SettingField? field = shape.Find(name);
            if (field is null && shortened is not null && shape.PathsTo(name).Any())
            {
                shortened.Add((string.Join('.', parts.Add(name)), node));
                continue;
            }

            var place = SettingText.Join(path, name);
            if (field is null)
            {
                throw Misplaced(shape, path, name, node);
            }

            if (field.Part is not null)
            {
                ReadPart(field, parts.Add(name), settings, node, place, shortened);
            }
            else if (field.Kind is not ChosenKind)
            {
                Set(field, settings, node is null && field.IsOptional ? null : field.Kind!.Read(node, place), place);
            }
        }
    }

    // What both have in common stays as it is.
    private static void Choose(SettingField field, object settings, JsonNode? node, string path)
    {
        var choice = field.Kind!.Read(node, path);
        var current = ValueOf(field, settings);
        if (current?.GetType() != choice.GetType())
        {
            Set(
                field,
                settings,
                current is null ? choice : SettingRecord.Carried((ISettings)current, (ISettings)choice),
                path
            );
        }
    }

    private static SettingException Misplaced(SettingsShape shape, string path, string name, JsonNode? node)
    {
        string[] places =
        [
            .. shape.PathsTo(Renamed.GetValueOrDefault(name, name)).Select(place => SettingText.Join(path, place)),
        ];
        return places.Length == 0
            ? Unknown(path, name, [.. shape.Fields.Select(one => one.Name)])
            : new SettingException(
                SettingText.Join(path, name),
                $"{SettingText.Shown(node)}; write {string.Join(" or ", places)}"
            );
    }

    private void ReadPart(
        SettingField field,
        ImmutableArray<string> parts,
        object settings,
        JsonNode? node,
        string path,
        ICollection<(string Path, JsonNode? Value)>? shortened
    )
    {
        if (node is null && field.IsOptional)
        {
            Set(field, settings, value: null, path);
            return;
        }

        if (node?.GetValueKind() is JsonValueKind.String && field.Part!.Choices is not null)
        {
            throw new SettingException(
                path,
                $"{SettingText.Shown(node)}; write {SettingText.Join(path, SettingText.ChoiceName)}"
            );
        }

        JsonObject given = ObjectOf(node, path);
        if (ValueOf(field, settings) is null)
        {
            Set(field, settings, Activator.CreateInstance(SettingRecord.TypeOf(field.Property.PropertyType)), path);
        }

        Read(field.Part!, parts, settings, given, path, shortened);
    }

    private static object? ValueOf(SettingField field, object settings) => Follow(settings, field.Properties);

    private static object? Follow(object? owner, ImmutableArray<PropertyInfo> properties)
    {
        foreach (PropertyInfo property in properties)
        {
            owner = owner is null ? null : property.GetValue(owner);
        }

        return owner;
    }

    private static void Set(SettingField field, object settings, object? value, string path)
    {
        try
        {
            field.Property.SetValue(Follow(settings, field.Properties[..^1]), value);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is ArgumentException refusal)
        {
            throw Refused(refusal, path[..^Math.Min(path.Length, field.Name.Length + 1)]);
        }
    }

    /// <summary>What an exception of a constructor or of a property says of a setting.</summary>
    public static SettingException Refused(Exception refusal, string path)
    {
        var line = refusal.Message.ReplaceLineEndings(" ");
        var parameter = line.IndexOf(" (Parameter '", StringComparison.Ordinal);
        line = (parameter < 0 ? line : line[..parameter]).TrimEnd('.');
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && line.AsSpan(0, colon).IndexOfAny(' ', '\'') < 0
            ? new SettingException(
                SettingText.Join(path, string.Join('.', line[..colon].Split('.').Select(SettingText.Camel))),
                line[(colon + 2)..]
            )
            : new SettingException(path, line);
    }
}
