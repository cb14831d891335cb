using System.Text.Json.Nodes;
using Hebb.Lab.Configurations.Settings;

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

    /// <summary>For how long it learns.</summary>
    public const string Budget = "budget";

    /// <summary>What it plays greedily.</summary>
    public const string Evaluation = "evaluation";

    /// <summary>Whether it measures what costs time.</summary>
    public const string Diagnostics = "diagnostics";

    /// <summary>Where the file's schema is found.</summary>
    public const string Schema = "$schema";

    /// <summary>The seeds of an experiment.</summary>
    public const string Seeds = "seeds";

    /// <summary>What an experiment varies.</summary>
    public const string Sweep = "sweep";

    /// <summary>The names of a configuration, in their order.</summary>
    public static readonly string[] OfRun = [Name, Environment, Agent, Budget, Evaluation, Diagnostics];

    /// <summary>The names of an experiment file, in their order.</summary>
    public static readonly string[] OfExperiment =
    [
        Schema,
        Name,
        Environment,
        Agent,
        Budget,
        Evaluation,
        Diagnostics,
        Seeds,
        Sweep,
    ];

    /// <summary>A configuration as JSON.</summary>
    /// <param name="configuration">The configuration.</param>
    public static JsonObject Of(RunConfiguration configuration)
    {
        var file = new SettingsFile(configuration.Catalogues);
        var agent = new JsonObject { [Name] = configuration.Agent.Name };
        foreach ((var name, JsonNode? value) in file.Write(configuration.Settings))
        {
            agent[name] = value?.DeepClone();
        }

        return new JsonObject
        {
            [Name] = configuration.Name,
            [Environment] = EnvironmentOf(configuration.Environment, file),
            [Agent] = agent,
            [Budget] = file.Write(configuration.Budget),
            [Evaluation] = file.Write(configuration.Evaluation),
            [Diagnostics] = configuration.Diagnostics,
        };
    }

    /// <summary>
    /// What the hash of a configuration is made of: all but its name, and of the environment's options those that are not usual, so that
    /// an environment that is given an option later on keeps its hashes.
    /// </summary>
    /// <param name="configuration">The configuration.</param>
    public static JsonObject Hashed(RunConfiguration configuration)
    {
        JsonObject hashed = configuration.Json;
        hashed.Remove(Name);
        var environment = (JsonObject)hashed[Environment]!;
        if (environment[Options] is JsonObject options)
        {
            JsonObject standard = new SettingsFile(configuration.Catalogues).Write(
                configuration.Environment.Entry.Options!.Standard
            );
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
