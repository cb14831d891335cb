using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;
using Hebb.Agents.Settings;

namespace Hebb.Lab.Configurations.Settings;

/// <summary>Settings as JSON, and JSON as settings.</summary>
internal static class SettingsFile
{
    private const string CloneName = "<Clone>$";

    /// <summary>All settings.</summary>
    /// <param name="settings">The settings.</param>
    public static JsonObject Write(object settings) => Write(SettingsShape.Of(settings.GetType()), settings);

    /// <summary>Settings that are others but for what is given, possible one by one and together.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="standard">The others, which stay as they are.</param>
    /// <param name="given">What is given; null for nothing.</param>
    /// <param name="path">Where it stands.</param>
    /// <exception cref="SettingException">Something given is no setting, or none that is possible.</exception>
    public static T Read<T>(T standard, JsonNode? given, string path)
        where T : class
    {
        T settings = ReadUnchecked(standard, given, path);
        Validate(settings, path);
        return settings;
    }

    /// <summary>The same, possible one by one.</summary>
    /// <inheritdoc cref="Read{T}"/>
    public static T ReadUnchecked<T>(T standard, JsonNode? given, string path)
        where T : class
    {
        var settings = Copy(standard);
        if (given is not null)
        {
            Read(SettingsShape.Of(standard.GetType()), settings, ObjectOf(given, path), path);
        }

        return (T)settings;
    }

    /// <summary>A node that is an object.</summary>
    /// <param name="node">The node.</param>
    /// <param name="path">Where it stands.</param>
    /// <exception cref="SettingException">It is none.</exception>
    public static JsonObject ObjectOf(JsonNode? node, string path) =>
        node as JsonObject
        ?? throw new SettingException(path, $"{SettingText.Shown(node)}; an object with settings is needed");

    /// <summary>What is said of a setting that there is not.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="name">Its name.</param>
    /// <param name="known">The names that there are.</param>
    public static SettingException Unknown(string path, string name, IReadOnlyCollection<string> known) =>
        new(SettingText.Join(path, name), $"no such setting; {SettingText.Unknown(name, known)}");

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

    private static void Read(SettingsShape shape, object settings, JsonObject given, string path)
    {
        foreach ((var name, JsonNode? node) in given)
        {
            SettingField field =
                shape.Find(name) ?? throw Unknown(path, name, [.. shape.Fields.Select(known => known.Name)]);
            var place = SettingText.Join(path, name);
            if (field.Part is { } part)
            {
                ReadPart(field, part, settings, node, place);
            }
            else
            {
                Set(field, settings, node is null && field.IsOptional ? null : field.Kind!.Read(node, place), place);
            }
        }
    }

    private static void ReadPart(SettingField field, SettingsShape part, object settings, JsonNode? node, string path)
    {
        if (node is null && field.IsOptional)
        {
            Set(field, settings, value: null, path);
            return;
        }

        JsonObject given = ObjectOf(node, path);
        if (ValueOf(field, settings) is null)
        {
            Set(field, settings, Activator.CreateInstance(field.Property.PropertyType), path);
        }

        Read(part, settings, given, path);
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
    /// <param name="refusal">The exception.</param>
    /// <param name="path">The path of what refused.</param>
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

    private static void Validate(object settings, string path)
    {
        try
        {
            (settings as IValidatedSettings)?.Validate();
        }
        catch (ArgumentException refusal)
        {
            throw Refused(refusal, path);
        }

        foreach (PropertyInfo property in PartsOf(settings))
        {
            if (property.GetValue(settings) is { } part)
            {
                var name =
                    property.GetCustomAttribute<SettingsPartAttribute>()?.Name ?? SettingText.Camel(property.Name);
                Validate(part, name.Length == 0 ? path : SettingText.Join(path, name));
            }
        }
    }

    private static object Copy(object settings)
    {
        var copy = settings.GetType().GetMethod(CloneName)!.Invoke(settings, parameters: null)!;
        foreach (PropertyInfo property in PartsOf(copy))
        {
            if (property.GetValue(copy) is { } part)
            {
                property.SetValue(copy, Copy(part));
            }
        }

        return copy;
    }

    private static IEnumerable<PropertyInfo> PartsOf(object settings) =>
        settings
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null && SettingKinds.Of(property) is null);
}
