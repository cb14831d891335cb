using Hebb.Catalogues;
using Hebb.Configurations;
using Hebb.Lab.Configurations.Settings;

namespace Hebb.Lab.Configurations.Schema;

/// <summary>Shapes of settings as JSON schemas; those that occur several times are written once.</summary>
internal sealed class ShapeSchema(CatalogueSet known)
{
    private readonly SettingDocumentation _documentation = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The schemas that others refer to, by name.</summary>
    public JsonObject Definitions { get; } = [];

    /// <summary>The shape of settings of a type.</summary>
    public SettingsShape Shape(Type type) => SettingsShape.Of(type, known);

    /// <summary>The schema of a shape, in full.</summary>
    /// <param name="others">Properties that stand before its own; null for none.</param>
    public JsonObject Of(SettingsShape shape, JsonObject? others = null)
    {
        JsonObject properties = others ?? [];
        foreach (SettingField field in shape.Fields)
        {
            properties[field.Name] = Of(field);
        }

        foreach (var alike in shape.Below().GroupBy(field => field.Name, StringComparer.Ordinal))
        {
            if (!properties.ContainsKey(alike.Key))
            {
                properties[alike.Key] = Shortened(alike);
            }
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    /// <summary>A reference to the schema of a shape.</summary>
    /// <param name="others">Properties that stand before its own; null for none.</param>
    public JsonObject Reference(SettingsShape shape, JsonObject? others = null)
    {
        JsonObject schema = Of(shape, others);
        var text = schema.ToJsonString();
        if (!_names.TryGetValue(text, out var name))
        {
            name = NewName(shape.Type);
            _names[text] = name;
            Definitions[name] = schema;
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private JsonObject Of(SettingField field)
    {
        JsonObject schema;
        if (field.Part is { } part)
        {
            schema = part.Choices is { } choices
                ? new JsonObject
                {
                    ["anyOf"] = new JsonArray([
                        .. choices.Select(choice => (JsonNode)Reference(part.Choosing(choice))),
                    ]),
                }
                : Reference(part);
        }
        else
        {
            schema = field.Kind!.Schema();
        }

        if (field.IsOptional)
        {
            schema = new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        }

        if (field.Kind is ChosenKind)
        {
            return schema;
        }

        var description = _documentation.Of(field.Property);
        return description.Length == 0 ? schema : ConfigurationSchema.Described(description, schema);
    }

    // A path that leaves out levels: what it means may be settings of several parts and choices.
    private static JsonObject Shortened(IEnumerable<SettingField> fields)
    {
        JsonNode[] schemas =
        [
            .. fields
                .Select(field => field.Kind!.Schema().ToJsonString())
                .Distinct(StringComparer.Ordinal)
                .Select(text => JsonNode.Parse(text)!),
        ];
        JsonObject schema = schemas is [JsonObject one] ? one : new JsonObject { ["anyOf"] = new JsonArray(schemas) };
        return ConfigurationSchema.Described("Of every part below that does not have it otherwise.", schema);
    }

    private string NewName(Type type)
    {
        var name = SettingText.Camel(type.Name.Split('`')[0]);
        var number = 1;
        var free = name;
        while (Definitions.ContainsKey(free))
        {
            free = FormattableString.Invariant($"{name}{++number}");
        }

        return free;
    }
}
