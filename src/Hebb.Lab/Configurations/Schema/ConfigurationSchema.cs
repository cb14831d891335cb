using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Configurations;
using Hebb.Environments;
using Hebb.Supervised;

namespace Hebb.Lab.Configurations.Schema;

/// <summary>The JSON schema of experiment files, made of the settings themselves: what editors complete and check files with.</summary>
public static class ConfigurationSchema
{
    /// <summary>The name of its file.</summary>
    public const string FileName = "hebb.schema.json";

    /// <summary>The schema, as text with a line break at its end.</summary>
    /// <param name="catalogues">All that files can name; null for <see cref="CatalogueSet.Standard"/>.</param>
    public static string Text(CatalogueSet? catalogues = null) =>
        IndentedJson.Text(Create(catalogues ?? CatalogueSet.Standard));

    /// <summary>The schema.</summary>
    /// <param name="known">All that files can name.</param>
    internal static JsonObject Create(CatalogueSet known)
    {
        var shapes = new ShapeSchema(known);
        var agents = new JsonArray();
        foreach (
            IGrouping<Type, AgentEntry> alike in known
                .Agents.Where(entry => entry.Settings is not null)
                .GroupBy(entry => entry.Settings!.Type)
        )
        {
            agents.Add(
                Where(
                    alike.Select(entry => entry.Name),
                    shapes.Reference(shapes.Shape(alike.Key), new() { [ConfigurationJson.Name] = new JsonObject() })
                )
            );
        }

        var properties = new JsonObject
        {
            [ConfigurationJson.Schema] = Described(
                "Where this schema is found.",
                new JsonObject { ["type"] = "string" }
            ),
            [ConfigurationJson.Name] = Described(
                "The name of the experiment and of the folders of its runs; agent and environment where it is left out.",
                new JsonObject { ["type"] = "string", ["pattern"] = ConfigurationReader.NamePattern }
            ),
            [ConfigurationJson.Environment] = Environment(shapes, known),
            [ConfigurationJson.Agent] = Described(
                "The agent with its settings; what is left out is as tuned for the environment.",
                new JsonObject
                {
                    ["type"] = "object",
                    ["required"] = Names([ConfigurationJson.Name]),
                    ["properties"] = new JsonObject
                    {
                        [ConfigurationJson.Name] = new JsonObject { ["enum"] = Names(known.Agents.Names) },
                    },
                    ["allOf"] = agents,
                }
            ),
            [ConfigurationJson.Budget] = Budget(shapes),
            [ConfigurationJson.Evaluation] = shapes.Of(shapes.Shape(typeof(EvaluationSettings))),
            [ConfigurationJson.Diagnostics] = Described(
                "Whether the agent measures what costs time, such as the angle between its gradients and the exact ones.",
                new JsonObject { ["type"] = "boolean" }
            ),
            [ConfigurationJson.Supervised] = Described(
                "Supervised training, in place of an agent in an environment; what is left out is as hebb supervised has it.",
                shapes.Of(SettingsShape.Of(typeof(SupervisedSettings), known))
            ),
            [ConfigurationJson.Seeds] = Described(
                "The seeds of each configuration, such as 0..19, 7 or 1,5,9.",
                new JsonObject { ["type"] = new JsonArray("string", "integer") }
            ),
            [ConfigurationJson.Sweep] = SweepSchema.Create(shapes),
        };
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Hebb experiment",
            ["type"] = "object",
            ["oneOf"] = new JsonArray(
                Required(ConfigurationJson.Environment, ConfigurationJson.Agent),
                Required(ConfigurationJson.Supervised)
            ),
            ["properties"] = properties,
            ["additionalProperties"] = false,
            ["$defs"] = shapes.Definitions,
        };
    }

    /// <summary>A schema with a description.</summary>
    internal static JsonObject Described(string description, JsonObject schema)
    {
        schema.Insert(0, "description", description);
        return schema;
    }

    /// <summary>A list of names.</summary>
    internal static JsonArray Names(IEnumerable<string> names) =>
        new([.. names.Select(name => (JsonNode)JsonValue.Create(name))]);

    private static JsonObject Budget(ShapeSchema shapes)
    {
        JsonObject budget = shapes.Of(shapes.Shape(typeof(BudgetSettings)));
        budget["maxProperties"] = 1;
        return budget;
    }

    private static JsonObject Environment(ShapeSchema shapes, CatalogueSet known)
    {
        JsonObject schema = shapes.Of(shapes.Shape(typeof(EnvironmentSettings)));
        schema["properties"]![ConfigurationJson.Options] = Described(
            "What is other than usual in the environment; what is left out is as usual. All else of the environment follows where it is left out.",
            new JsonObject { ["type"] = "object" }
        );
        schema["required"] = Names([ConfigurationJson.Name]);
        var options = new JsonArray();
        foreach (IGrouping<Type?, EnvironmentEntry> alike in known.Environments.GroupBy(entry => entry.Options?.Type))
        {
            JsonNode possible = alike.Key is { } type ? shapes.Reference(shapes.Shape(type)) : JsonValue.Create(false);
            options.Add(
                Where(
                    alike.Select(entry => entry.Specification.Name),
                    new JsonObject { ["properties"] = new JsonObject { [ConfigurationJson.Options] = possible } }
                )
            );
        }

        schema["allOf"] = options;
        return schema;
    }

    private static JsonObject Where(IEnumerable<string> names, JsonObject then) =>
        new()
        {
            ["if"] = new JsonObject
            {
                ["properties"] = new JsonObject
                {
                    [ConfigurationJson.Name] = new JsonObject { ["enum"] = Names(names) },
                },
            },
            ["then"] = then,
        };

    private static JsonObject Required(params string[] names) => new() { ["required"] = Names(names) };
}
