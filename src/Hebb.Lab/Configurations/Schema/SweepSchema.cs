using Hebb.Lab.Configurations.Sweeps;

namespace Hebb.Lab.Configurations.Schema;

/// <summary>The JSON schema of what an experiment varies.</summary>
internal static class SweepSchema
{
    /// <summary>Makes it.</summary>
    public static JsonObject Create(ShapeSchema shapes) =>
        ConfigurationSchema.Described(
            "What the experiment varies, by dotted paths such as agent.actor.beta; agent.beta is every beta of the agent.",
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["grid"] = ConfigurationSchema.Described(
                        "Settings with some values each: every combination is a trial.",
                        new JsonObject { ["type"] = "object", ["additionalProperties"] = Values() }
                    ),
                    ["list"] = ConfigurationSchema.Described(
                        "Settings that belong together: every item is a trial.",
                        new JsonObject
                        {
                            ["type"] = "array",
                            ["minItems"] = 1,
                            ["items"] = new JsonObject { ["type"] = "object" },
                        }
                    ),
                    ["random"] = ConfigurationSchema.Described(
                        "Settings that are drawn at random for every trial.",
                        new JsonObject { ["type"] = "object", ["additionalProperties"] = Distribution() }
                    ),
                    ["trials"] = ConfigurationSchema.Described(
                        "How many trials there are, where settings are random.",
                        new JsonObject
                        {
                            ["type"] = "integer",
                            ["minimum"] = 1,
                            ["maximum"] = SweepSpecification.MostTrials,
                        }
                    ),
                    ["seed"] = ConfigurationSchema.Described(
                        "The seed of random settings.",
                        new JsonObject { ["type"] = "integer", ["minimum"] = 0 }
                    ),
                    ["halving"] = ConfigurationSchema.Described(
                        "How trials that do badly are ended early; none is where it is left out.",
                        shapes.Of(shapes.Shape(typeof(SweepHalving)))
                    ),
                },
                ["additionalProperties"] = false,
            }
        );

    private static JsonObject Values() => new() { ["type"] = "array", ["minItems"] = 1 };

    private static JsonObject Distribution() =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["uniform"] = Ends("number"),
                ["logUniform"] = Ends("number"),
                ["integer"] = Ends("integer"),
                ["choice"] = Values(),
            },
            ["additionalProperties"] = false,
            ["minProperties"] = 1,
            ["maxProperties"] = 1,
        };

    private static JsonObject Ends(string type) =>
        new()
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = type },
            ["minItems"] = 2,
            ["maxItems"] = 2,
        };
}
