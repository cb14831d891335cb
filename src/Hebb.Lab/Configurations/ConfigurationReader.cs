using System.Text.Json;
using System.Text.RegularExpressions;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Configurations;
using Hebb.Naming;
using Hebb.Settings;

namespace Hebb.Lab.Configurations;

/// <summary>Reads the configuration of a run: what is given, over what was tuned, and over both what is overridden.</summary>
internal sealed partial class ConfigurationReader(CatalogueSet known)
{
    /// <summary>What names of experiments look like.</summary>
    public const string NamePattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$";

    private readonly SettingsFile _file = new(known);

    /// <summary>Reads a configuration.</summary>
    /// <param name="given">What is given, in the layout of a configuration.</param>
    /// <param name="overrides">Settings by their paths, the later over the earlier.</param>
    /// <exception cref="SettingException">It is none that is possible.</exception>
    public RunConfiguration Read(JsonObject given, IReadOnlyList<(string Path, JsonNode? Value)> overrides)
    {
        var head = Overrides.OfHead(given, overrides);
        if (FollowingSettings.IsElsewhere(given, head))
        {
            head = Overrides.OfHead(WithoutFollowing(given, head), overrides);
        }

        RequireKnown(head, ConfigurationJson.OfRun);
        return head.ContainsKey(ConfigurationJson.Supervised)
            ? SupervisedConfiguration.Read(head, overrides, known)
            : OfAgent(head, overrides);
    }

    // With another environment all that only repeats what follows from its own would be wrong without a word.
    private JsonObject WithoutFollowing(JsonObject given, JsonObject head)
    {
        JsonObject other = FollowingSettings.WithAgentOf(head, given);
        JsonObject whole = FollowingSettings.HasAgent(given) ? given : other;
        if (Read(whole, []) is not AgentConfiguration own)
        {
            return given;
        }

        List<JsonObject> following = Following(whole);

        // What was stated for one agent is repeated for another only where it follows for both.
        if (known.Agents.TryFind($"{other[ConfigurationJson.Agent]![ConfigurationJson.Name]}") is { } agent)
        {
            if (agent != own.Agent && agent.IsFor(own.Environment.Name))
            {
                following = [.. following.Zip(Following(other), FollowingSettings.Common)];
            }
        }

        return FollowingSettings.Without(whole, own.Json, following);
    }

    private List<JsonObject> Following(JsonObject given) =>
        [
            Read(FollowingSettings.Named(given), []).Json,
            FollowingSettings.WithoutChosen(Read(FollowingSettings.Chosen(given), []).Json),
        ];

    private AgentConfiguration OfAgent(JsonObject head, IReadOnlyList<(string Path, JsonNode? Value)> overrides)
    {
        AgentEntry agent = AgentOf(head);
        EnvironmentSettings environment = EnvironmentOf(head, agent);
        BudgetSettings budget = BudgetOf(head, agent, environment);
        var evaluation = _file.Read(
            new EvaluationSettings(),
            Part(head, ConfigurationJson.Evaluation),
            ConfigurationJson.Evaluation
        );
        var diagnostics =
            head.TryGetPropertyValue(ConfigurationJson.Diagnostics, out JsonNode? switched)
            && (bool)new SwitchKind().Read(switched, ConfigurationJson.Diagnostics);
        var task = new AgentTask(
            environment.Create().Specification,
            budget.ScheduleSteps(environment.StepLimit),
            Seed: 0
        )
        {
            Diagnoses = diagnostics,
        };
        var settings = SettingsOf(head, agent, task, overrides);
        Require(agent, task, settings);
        var name = GivenName(head) ?? $"{agent.Name}-{environment.Name}";
        JsonObject json = ConfigurationJson.Of(
            _file,
            name,
            agent,
            settings,
            environment,
            budget,
            evaluation,
            diagnostics
        );
        return new AgentConfiguration(known, name, agent, settings, environment, budget, evaluation, diagnostics, json);
    }

    /// <summary>Refuses names that a part does not have.</summary>
    public static void RequireKnown(JsonObject given, string[] names, string path = "")
    {
        foreach ((var name, _) in given)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                throw SettingsFile.Unknown(path, name, names);
            }
        }
    }

    /// <summary>The name that is given; null where there is none.</summary>
    /// <exception cref="SettingException">It is none that a folder can have.</exception>
    public static string? GivenName(JsonObject given)
    {
        if (!given.TryGetPropertyValue(ConfigurationJson.Name, out JsonNode? node))
        {
            return null;
        }

        return
            node?.GetValueKind() is JsonValueKind.String
            && node.GetValue<string>() is { } name
            && FolderName.IsMatch(name)
            && !name.EndsWith('\n')
            ? name
            : throw new SettingException(
                ConfigurationJson.Name,
                $"{SettingText.Shown(node)}; letters, digits, hyphens, dots and underlines are needed, a letter or digit first, at most 100"
            );
    }

    private AgentEntry AgentOf(JsonObject head)
    {
        AgentEntry agent = known.Agents.Find(NameIn(head, ConfigurationJson.Agent, known.Agents.Names));
        return agent.Settings is null
            ? throw new SettingException("agent.name", $"{agent.Name}; an agent whose settings can be given is needed")
            : agent;
    }

    private EnvironmentSettings EnvironmentOf(JsonObject head, AgentEntry agent)
    {
        var name = NameIn(head, ConfigurationJson.Environment, known.Environments.Names);
        return agent.IsFor(name)
            ? new EnvironmentReader(_file).Read(
                agent,
                known.Environments.Find(name),
                Part(head, ConfigurationJson.Environment)!
            )
            : throw new SettingException(
                "environment.name",
                $"{name}; {agent.Name} is made for {string.Join(", ", agent.Environments)}"
            );
    }

    private BudgetSettings BudgetOf(JsonObject head, AgentEntry agent, EnvironmentSettings environment)
    {
        JsonObject? given = Part(head, ConfigurationJson.Budget);
        BudgetSettings standard = given is null or { Count: 0 }
            ? new BudgetSettings { Steps = agent.Budget(environment.Entry) }
            : new BudgetSettings();
        return _file.Read(standard, given, ConfigurationJson.Budget);
    }

    private ISettings SettingsOf(
        JsonObject head,
        AgentEntry agent,
        AgentTask task,
        IReadOnlyList<(string Path, JsonNode? Value)> overrides
    )
    {
        JsonObject given = Overrides.WithoutName((JsonObject)head[ConfigurationJson.Agent]!);
        var settings = Overrides.Read(agent.Settings!.For(task), given, ConfigurationJson.Agent, _file);
        return Overrides.Apply(settings, overrides, ConfigurationJson.Agent, _file);
    }

    // What only constructors know is refused too.
    private static void Require(AgentEntry agent, AgentTask task, ISettings settings)
    {
        try
        {
            agent.Settings!.Create(task, settings);
        }
        catch (Exception refusal)
            when (refusal
                    is ArgumentException
                        or Hebb.Networks.Topology.TopologyException
                        or OverflowException
                        or OutOfMemoryException
            )
        {
            throw SettingsFile.Refused(refusal, ConfigurationJson.Agent);
        }
    }

    private static JsonObject? Part(JsonObject head, string name) =>
        head.TryGetPropertyValue(name, out JsonNode? part) ? SettingsFile.ObjectOf(part, name) : null;

    private static string NameIn(JsonObject head, string part, IReadOnlyList<string> names)
    {
        var path = SettingText.Join(part, ConfigurationJson.Name);
        if (
            Part(head, part) is not JsonObject given
            || !given.TryGetPropertyValue(ConfigurationJson.Name, out var name)
        )
        {
            throw new SettingException(path, $"missing; {NearestName.Unknown("", names)}");
        }

        return (string)new ChoiceKind([.. names.Select(one => (one, (object)one))]).Read(name, path);
    }

    [GeneratedRegex(NamePattern, RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FolderName { get; }
}
