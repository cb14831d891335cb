using Hebb.Agents;
using Hebb.Configurations;
using Hebb.Environments;
using Hebb.Settings;

namespace Hebb.Lab.Configurations;

/// <summary>The names of a configuration in JSON, and a configuration as JSON.</summary>
internal static class ConfigurationJson
{
    /// <summary>The name of the runs, of the agent, of the environment.</summary>
    public const string Name = SettingText.ChoiceName;

    /// <summary>Where a run learns.</summary>
    public const string Environment = "environment";

    /// <summary>What is other than usual in the environment.</summary>
    public const string Options = "options";

    /// <summary>The agent with its settings.</summary>
    public const string Agent = "agent";

    /// <summary>The memories of an agent.</summary>
    public const string Memory = "memory";

    /// <summary>For how long it learns.</summary>
    public const string Budget = "budget";

    /// <summary>What it plays greedily.</summary>
    public const string Evaluation = "evaluation";

    /// <summary>Whether it measures what costs time.</summary>
    public const string Diagnostics = "diagnostics";

    /// <summary>Supervised training, in place of an agent in an environment.</summary>
    public const string Supervised = "supervised";

    /// <summary>Where the file's schema is found.</summary>
    public const string Schema = "$schema";

    /// <summary>The seeds of an experiment.</summary>
    public const string Seeds = "seeds";

    /// <summary>What an experiment varies.</summary>
    public const string Sweep = "sweep";

    /// <summary>The names of a configuration, in their order.</summary>
    public static readonly string[] OfRun = [Name, Environment, Agent, Budget, Evaluation, Diagnostics, Supervised];

    /// <summary>The names of an experiment file, in their order.</summary>
    public static readonly string[] OfExperiment = [Schema, .. OfRun, Seeds, Sweep];

    /// <summary>The configuration of an agent's runs as JSON.</summary>
    /// <param name="diagnostics">Whether it measures what costs time.</param>
    public static JsonObject Of(
        SettingsFile file,
        string name,
        AgentEntry entry,
        ISettings settings,
        EnvironmentSettings environment,
        BudgetSettings budget,
        EvaluationSettings evaluation,
        bool diagnostics
    )
    {
        var agent = new JsonObject { [Name] = entry.Name };
        foreach ((var setting, JsonNode? value) in file.Write(settings))
        {
            agent[setting] = value?.DeepClone();
        }

        return new JsonObject
        {
            [Name] = name,
            [Environment] = EnvironmentOf(environment, file),
            [Agent] = agent,
            [Budget] = file.Write(budget),
            [Evaluation] = file.Write(evaluation),
            [Diagnostics] = diagnostics,
        };
    }

    /// <summary>
    /// What the hash of a configuration is made of: all but its name, and of the environment's options those that are not usual, so that
    /// an environment that is given an option later on keeps its hashes. An agent without memories keeps those from before it could have any.
    /// </summary>
    /// <param name="json">The configuration of an agent's runs.</param>
    public static JsonObject Hashed(JsonObject json, EnvironmentEntry entry, SettingsFile file)
    {
        var hashed = (JsonObject)json.DeepClone();
        hashed.Remove(Name);
        var environment = (JsonObject)hashed[Environment]!;
        if (environment[Options] is JsonObject options)
        {
            JsonObject standard = file.Write(entry.Options!.Standard);
            foreach ((var name, JsonNode? usual) in standard)
            {
                if (JsonNode.DeepEquals(options[name], usual))
                {
                    options.Remove(name);
                }
            }

            if (options.Count == 0)
            {
                environment.Remove(Options);
            }
        }

        var agent = (JsonObject)hashed[Agent]!;
        if (agent.TryGetPropertyValue(Memory, out JsonNode? memory) && memory is null)
        {
            agent.Remove(Memory);
        }

        return hashed;
    }

    private static JsonObject EnvironmentOf(EnvironmentSettings settings, SettingsFile file)
    {
        JsonObject environment = file.Write(settings);
        if (settings.Options is { } options)
        {
            environment[Options] = file.Write(options);
        }

        return environment;
    }
}
