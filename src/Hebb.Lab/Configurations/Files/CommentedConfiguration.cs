using System.Text;
using Hebb.Catalogues;
using Hebb.Configurations;
using Hebb.Lab.Configurations.Schema;
using Hebb.Lab.Configurations.Settings;
using Hebb.Supervised;

namespace Hebb.Lab.Configurations.Files;

/// <summary>An experiment file for people to edit: every setting as tuned, with what it means and what it may be.</summary>
public static class CommentedConfiguration
{
    private const int Width = 120;
    private const int Indent = 2;

    // Read once: the files beside a program stay as they are.
    private static readonly SettingDocumentation Documentation = new();

    // What follows from the options of an environment.
    private static readonly string[] Following =
    [
        SettingText.Camel(nameof(EnvironmentSettings.StepLimit)),
        SettingText.Camel(nameof(EnvironmentSettings.ObservationCentres)),
        SettingText.Camel(nameof(EnvironmentSettings.ObservationScales)),
    ];

    /// <summary>The text of the file of an agent in an environment.</summary>
    /// <param name="catalogues">What the names mean; null for <see cref="CatalogueSet.Standard"/>.</param>
    /// <exception cref="RecordException">There is no such agent or environment, or they do not go together.</exception>
    public static string Of(string agent, string environment, CatalogueSet? catalogues = null)
    {
        ExperimentFile file = ExperimentFile.Of(agent, environment, catalogues: catalogues);
        AgentConfiguration configuration = file.AgentConfiguration;
        JsonObject json = configuration.Json;
        var page = new Page(configuration.Catalogues);
        page.Head(
            $"{configuration.Agent.Title} in {environment}: {configuration.Agent.Description}.",
            "Settings that are left out have their tuned values. 'hebb config check FILE' checks the file, 'hebb config show FILE' prints the full configuration.",
            json
        );
        page.Comment("Where it learns.");
        page.Environment(
            (JsonObject)json[ConfigurationJson.Environment]!,
            configuration.Environment.Options?.GetType()
        );
        page.Gap();
        page.Comment("Who learns. 'hebb list agents' names all agents; another agent has other settings.");
        page.Part(
            ConfigurationJson.Agent,
            SettingsShape.Of(configuration.Settings, configuration.Catalogues),
            (JsonObject)json[ConfigurationJson.Agent]!,
            agent
        );
        page.Gap();
        page.Comment("For how long: steps of all environments together, or in their place \"episodes\".");
        page.Value(ConfigurationJson.Budget, json[ConfigurationJson.Budget]);
        page.Gap();
        page.Comment("Evaluation with the greedy actions of the agent.");
        page.Part(
            ConfigurationJson.Evaluation,
            SettingsShape.Of(typeof(EvaluationSettings), configuration.Catalogues),
            (JsonObject)json[ConfigurationJson.Evaluation]!
        );
        page.Gap();
        page.Comment(
            "Whether the agent measures what costs time, such as the angle between its gradients and the exact ones."
        );
        page.Value(ConfigurationJson.Diagnostics, json[ConfigurationJson.Diagnostics]);
        page.Gap();
        return page.Foot(
            file.Seeds.ToString(),
            "What is varied, by dotted paths; agent.learningRate is every learningRate of the agent:",
            "\"agent.learningRate\": [1e-3, 3e-3]"
        );
    }

    /// <summary>The text of the file of supervised training.</summary>
    public static string OfSupervised(CatalogueSet? catalogues = null)
    {
        var configuration = new SupervisedConfiguration(new SupervisedSettings(), catalogues: catalogues);
        JsonObject json = configuration.Json;
        var page = new Page(configuration.Catalogues);
        page.Head(
            "Supervised training: a network learns to classify images.",
            "Whatever is left out is as here. 'hebb config check FILE' says whether the file is right, 'hebb train FILE' trains.",
            json
        );
        page.Part(
            ConfigurationJson.Supervised,
            SettingsShape.Of(typeof(SupervisedSettings), configuration.Catalogues),
            (JsonObject)json[ConfigurationJson.Supervised]!
        );
        page.Gap();
        return page.Foot("0..4", "What is varied, by dotted paths:", "\"supervised.estimator.beta\": [0.1, 0.5]");
    }

    private sealed class Page(CatalogueSet known)
    {
        private readonly StringBuilder _text = new();
        private int _level;

        public void Head(string title, string use, JsonObject configuration)
        {
            Text("{");
            _level++;
            Comment(title);
            Comment(use);
            Text($"\"{ConfigurationJson.Schema}\": \"{ConfigurationSchema.FileName}\",");
            Comment("The name of the experiment and of the folders of its runs.");
            Value(ConfigurationJson.Name, configuration[ConfigurationJson.Name]);
            Gap();
        }

        public string Foot(string seeds, string varied, string axis)
        {
            Comment("The seeds: a run each. Such as 0..19, 7 or 1,5,9.");
            Value(ConfigurationJson.Seeds, JsonValue.Create(seeds));
            Gap();
            Comment(varied);
            Comment($"\"sweep\": {{ \"grid\": {{ {axis} }} }},");
            _level--;
            Text("}");
            return _text.ToString();
        }

        private void Text(string line) => _text.Append(' ', Indent * _level).Append(line).Append('\n');

        public void Gap() => _text.Append('\n');

        public void Value(string name, JsonNode? value) => Text($"\"{name}\": {Compact(value)},");

        public void Comment(string words)
        {
            var room = Width - (Indent * _level) - "// ".Length;
            var line = new StringBuilder();
            foreach (var word in words.Split(' '))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > room)
                {
                    Text($"// {line}");
                    line.Clear();
                }

                line.Append(line.Length == 0 ? "" : " ").Append(word);
            }

            Text($"// {line}");
        }

        public void Part(string name, SettingsShape shape, JsonObject values, string? agent = null)
        {
            Begin(name);
            if (agent is not null)
            {
                Value(ConfigurationJson.Name, JsonValue.Create(agent));
            }

            Fields(shape, values);
            End();
        }

        public void Environment(JsonObject values, Type? options)
        {
            Begin(ConfigurationJson.Environment);
            if (options is null)
            {
                Fields(SettingsShape.Of(typeof(EnvironmentSettings), known), values);
            }
            else
            {
                Fields(SettingsShape.Of(typeof(EnvironmentSettings), known), values, Following);
                Gap();
                Comment("What can be other than usual; what is left out is as usual.");
                Part(
                    ConfigurationJson.Options,
                    SettingsShape.Of(options, known),
                    (JsonObject)values[ConfigurationJson.Options]!
                );
                Comment($"{string.Join(", ", Following)} follow from these where they are left out, as here.");
            }

            End();
        }

        private void Fields(SettingsShape shape, JsonObject values, params string[] without)
        {
            foreach (SettingField field in shape.Fields)
            {
                if (without.Contains(field.Name, StringComparer.Ordinal))
                {
                    continue;
                }

                if (!values.TryGetPropertyValue(field.Name, out JsonNode? value) && !field.IsOptional)
                {
                    continue;
                }

                var meaning = field.Kind is ChosenKind ? "" : Documentation.Of(field.Property);
                if (field.Part is { } part && value is JsonObject inner)
                {
                    Gap();
                    Comment(meaning.Length == 0 ? field.Name : meaning);
                    Part(field.Name, part, inner);
                    continue;
                }

                Comment($"{meaning}{(meaning.Length == 0 ? "" : " ")}({Needed(field)})");
                Value(field.Name, value);
            }
        }

        private void Begin(string part)
        {
            Text($"\"{part}\": {{");
            _level++;
        }

        private void End()
        {
            _level--;
            Text("},");
        }

        private static string Needed(SettingField field) =>
            field.Kind is null ? "null, or an object with settings"
            : field.IsOptional ? $"null for none, or {field.Kind.Needed.TrimEnd(',')}"
            : field.Kind.Needed.TrimEnd(',');

        private static string Compact(JsonNode? value) =>
            value switch
            {
                null => "null",
                JsonArray array => $"[{string.Join(", ", array.Select(Compact))}]",
                JsonObject { Count: 0 } => "{}",
                JsonObject fields =>
                    $"{{ {string.Join(", ", fields.Select(field => $"\"{field.Key}\": {Compact(field.Value)}"))} }}",
                _ => value.ToJsonString(),
            };
    }
}
