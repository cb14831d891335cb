using System.Text.Json;
using Hebb.Catalogues;
using Hebb.Configurations;
using Hebb.Lab.Configurations.Json;
using Hebb.Lab.Configurations.Sweeps;

namespace Hebb.Lab.Configurations.Files;

/// <summary>
/// What an experiment is: the configuration of its runs, where it leaves out what was tuned, its seeds, and what it varies.
/// </summary>
public sealed class ExperimentFile
{
    private static readonly SeedSet StandardSeeds = SeedSet.Range(0, 4);

    private readonly string _source;
    private readonly ConfigurationReader _reader;
    private readonly JsonObject _run;
    private readonly IReadOnlyList<(string Path, JsonNode? Value)> _overrides;

    private ExperimentFile(
        string source,
        JsonObject given,
        IReadOnlyList<(string Path, JsonNode? Value)> overrides,
        CatalogueSet? catalogues
    )
    {
        CatalogueSet known = catalogues ?? CatalogueSet.Standard;
        _reader = new ConfigurationReader(known);
        _source = source;
        _overrides = [.. overrides.Where(one => Overrides.IsOfRun(one.Path))];
        JsonObject all = Overrides.OfHead(given, overrides);
        ConfigurationReader.RequireKnown(all, ConfigurationJson.OfExperiment);
        RequireSchema(all);
        Seeds = SeedsOf(all);
        Sweep = all.TryGetPropertyValue(ConfigurationJson.Sweep, out JsonNode? sweep)
            ? SweepSpecification.Read(sweep, new SettingsFile(known))
            : null;
        _run = OfRun(given);
        Configuration = _reader.Read(_run, _overrides);
        Name = Configuration.Name;
    }

    /// <summary>The file; null where it is none.</summary>
    public string? Path { get; private init; }

    /// <summary>The name of the experiment; fit for a folder.</summary>
    public string Name { get; }

    /// <summary>The seeds of each configuration.</summary>
    public SeedSet Seeds { get; }

    /// <summary>What it varies; null where it varies nothing.</summary>
    public SweepSpecification? Sweep { get; }

    /// <summary>The configuration with nothing varied.</summary>
    public RunConfiguration Configuration { get; }

    /// <summary>The configuration with nothing varied, of an experiment that is known to be one of an agent.</summary>
    /// <exception cref="RecordException">It is one of supervised training.</exception>
    public AgentConfiguration AgentConfiguration =>
        Configuration as AgentConfiguration
        ?? throw new RecordException($"{_source}: it is of supervised training; an experiment of an agent is needed");

    /// <summary>Reads an experiment file.</summary>
    /// <param name="path">The file: JSON, in which comments and commas at the end of lists are allowed.</param>
    /// <param name="overrides">Settings over those of the file, by their dotted paths; the later over the earlier.</param>
    /// <param name="catalogues">What its names mean; null for <see cref="CatalogueSet.Standard"/>.</param>
    /// <exception cref="RecordException">It cannot be read, or is not possible: a line with the file and the setting.</exception>
    public static ExperimentFile Load(
        string path,
        IEnumerable<(string Path, JsonNode? Value)>? overrides = null,
        CatalogueSet? catalogues = null
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (JsonObject given, JsonLines lines) = JsonText.ReadFile(path);
        (string Path, JsonNode? Value)[] over = [.. overrides ?? []];

        // What is overridden stands in no line of the file.
        return Guarded(
            path,
            over.Length == 0 ? lines : JsonLines.None,
            () => new ExperimentFile(path, given, over, catalogues) { Path = path }
        );
    }

    /// <summary>An experiment that is part of the program: the file of its name under <c>experiments</c>.</summary>
    /// <param name="overrides">Settings over those of the file, by their dotted paths; the later over the earlier.</param>
    /// <exception cref="RecordException">An override is not possible: a line that names the setting.</exception>
    internal static ExperimentFile Own(string name, IEnumerable<(string Path, JsonNode? Value)> overrides)
    {
        (JsonObject given, _) = JsonText.ReadOwn(name);
        return Guarded(name, JsonLines.None, () => new ExperimentFile(name, given, [.. overrides], catalogues: null));
    }

    /// <summary>What was tuned for an agent in an environment.</summary>
    /// <param name="overrides">Settings over those, by their dotted paths; the later over the earlier.</param>
    /// <param name="catalogues">What the names mean; null for <see cref="CatalogueSet.Standard"/>.</param>
    /// <exception cref="RecordException">It is not possible: a line that names the setting.</exception>
    public static ExperimentFile Of(
        string agent,
        string environment,
        IEnumerable<(string Path, JsonNode? Value)>? overrides = null,
        CatalogueSet? catalogues = null
    )
    {
        var given = new JsonObject
        {
            [ConfigurationJson.Environment] = new JsonObject { [ConfigurationJson.Name] = environment },
            [ConfigurationJson.Agent] = new JsonObject { [ConfigurationJson.Name] = agent },
        };
        return Guarded(
            source: "",
            JsonLines.None,
            () => new ExperimentFile(source: "", given, [.. overrides ?? []], catalogues)
        );
    }

    /// <summary>The configuration of runs, with some settings varied.</summary>
    /// <param name="values">Settings over those of the file and the overrides, by their dotted paths; null for none.</param>
    /// <exception cref="RecordException">It is not possible: a line that names the setting.</exception>
    public RunConfiguration Resolve(IEnumerable<(string Path, JsonNode? Value)>? values = null)
    {
        (string Path, JsonNode? Value)[] varied = [.. values ?? []];
        return varied.Length == 0
            ? Configuration
            : Guarded(_source, JsonLines.None, () => _reader.Read(_run, [.. _overrides, .. varied]));
    }

    private static T Guarded<T>(string source, JsonLines lines, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SettingException exception)
        {
            throw new RecordException($"{lines.Place(source, exception.Path)}{exception.Message}", exception);
        }
    }

    private static JsonObject OfRun(JsonObject all)
    {
        var run = new JsonObject();
        foreach (var name in ConfigurationJson.OfRun)
        {
            if (all.TryGetPropertyValue(name, out JsonNode? part))
            {
                run[name] = part?.DeepClone();
            }
        }

        return run;
    }

    private static void RequireSchema(JsonObject all)
    {
        if (
            all.TryGetPropertyValue(ConfigurationJson.Schema, out JsonNode? schema)
            && schema?.GetValueKind() is not JsonValueKind.String
        )
        {
            throw new SettingException(
                ConfigurationJson.Schema,
                $"{SettingText.Shown(schema)}; the path of a schema is needed"
            );
        }
    }

    private static SeedSet SeedsOf(JsonObject all)
    {
        if (!all.TryGetPropertyValue(ConfigurationJson.Seeds, out JsonNode? node))
        {
            return StandardSeeds;
        }

        // A single seed looks like a number, and is one where it comes from the command line.
        var text = node?.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.Number => SettingText.Raw(node),
            _ => "",
        };
        try
        {
            return SeedSet.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new SettingException(ConfigurationJson.Seeds, $"{SettingText.Shown(node)}; {exception.Message}");
        }
    }
}
