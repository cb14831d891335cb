using System.Text.Json;
using System.Text.Json.Nodes;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Configurations;
using Hebb.Environments;
using Hebb.Files;
using Hebb.Networks.Topology;
using Hebb.Settings;

namespace Hebb.Policies;

/// <summary>
/// What an agent is made of: its entry in a catalogue, its settings, its task, and the units that it observes in. It does not change, and
/// makes as many agents as are asked for.
/// </summary>
public sealed record AgentDefinition
{
    private readonly CatalogueSet _catalogues;

    /// <summary>An agent with the settings that were found to work for an environment.</summary>
    /// <param name="name">Its name in the catalogue, such as <c>reward-ep</c>.</param>
    /// <param name="environment">The environment, as it is: <c>environment.Specification</c>, or one of your own.</param>
    /// <param name="steps">The environment steps that it will have to learn: schedules end there. At least 1.</param>
    /// <param name="catalogues">What names mean; null for <see cref="CatalogueSet.Standard"/>.</param>
    /// <exception cref="ArgumentException">There is no such agent, or it is made for other environments.</exception>
    public AgentDefinition(
        string name,
        EnvironmentSpecification environment,
        long steps = 100_000,
        ulong seed = 0,
        CatalogueSet? catalogues = null
    )
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        _catalogues = catalogues ?? CatalogueSet.Standard;
        Entry = _catalogues.Agents.Find(name);
        if (!Entry.IsFor(environment.Name))
        {
            throw new ArgumentException(
                $"environment: {environment.Name}; {Entry.Name} is made for {string.Join(", ", Entry.Environments)}",
                nameof(environment)
            );
        }

        Scaling = _catalogues.Environments.TryFind(environment.Name) is { } known
            ? Entry.Scaling(known, environment.Observations.Size)
            : ObservationScaling.None(environment.Observations.Size);
        Task = new AgentTask(Scaling.Of(environment), steps, seed);
        Settings = Entry.Settings?.For(Task);
    }

    private AgentDefinition(CatalogueSet catalogues, AgentEntry entry, AgentDescription described)
    {
        _catalogues = catalogues;
        Entry = entry;
        Scaling = new ObservationScaling(described.Centres, described.Scales);
        Task = new AgentTask(described.Environment, described.Steps, described.Seed)
        {
            Diagnoses = described.Diagnoses,
        };
        Settings = Entry.Settings?.For(Task);
    }

    private AgentDefinition(
        CatalogueSet catalogues,
        AgentEntry entry,
        ISettings? settings,
        AgentTask task,
        ObservationScaling scaling
    )
    {
        _catalogues = catalogues;
        Entry = entry;
        Settings = settings;
        Task = task;
        Scaling = scaling;
    }

    /// <summary>Its entry in the catalogue.</summary>
    public AgentEntry Entry { get; }

    /// <summary>
    /// What it is made of, of the type that <see cref="AgentEntry.Settings"/> says; null where it has no settings. Records: take others by
    /// <c>with</c>, or <see cref="WithSettings(string)"/>.
    /// </summary>
    public ISettings? Settings { get; init; }

    /// <summary>What it is made for; its environment is as the agent observes it.</summary>
    public AgentTask Task { get; init; }

    /// <summary>The units that it observes the environment in.</summary>
    public ObservationScaling Scaling { get; }

    /// <summary>The same agent with other settings, given as in an experiment file.</summary>
    /// <param name="json">An object with those that are other ones, such as <c>{ "learningRate": 0.01, "environments": 1 }</c>.</param>
    /// <exception cref="ArgumentException">It is no such object; the message is a line that names the setting.</exception>
    public AgentDefinition WithSettings(string json)
    {
        if (Settings is null)
        {
            throw new ArgumentException($"settings: {Entry.Name} has none that could be others", nameof(json));
        }

        try
        {
            return this with { Settings = new SettingsFile(_catalogues).Read(Settings, JsonNode.Parse(json), "") };
        }
        catch (Exception exception) when (exception is SettingException or JsonException)
        {
            throw new ArgumentException($"settings: {RecordFile.Reason(exception)}", nameof(json), exception);
        }
    }

    /// <summary>Makes the agent, at its start.</summary>
    /// <exception cref="ArgumentException">A setting is not possible; the message names it.</exception>
    public IParallelAgent Create() => Settings is null ? Entry.Create(Task) : Entry.Settings!.Create(Task, Settings);

    /// <summary>An agent of a configuration.</summary>
    internal static AgentDefinition Of(
        CatalogueSet catalogues,
        AgentEntry entry,
        ISettings settings,
        AgentTask task,
        ObservationScaling scaling
    ) => new(catalogues, entry, settings, task, scaling);

    /// <summary>What a file says of the agent, as JSON.</summary>
    /// <param name="state">The names that lead to the agent among the numbers of the file; empty where they are all its own.</param>
    /// <param name="isWhole">Whether the file has all of its state, rather than what is learned alone.</param>
    public string Describe(string state, bool isWhole) =>
        JsonSerializer.Serialize(
            new AgentDescription(
                AgentDescription.CurrentFormatVersion,
                Entry.Name,
                Settings is null ? null : new SettingsFile(_catalogues).Write(Settings),
                Task.Environment,
                Scaling.Centres,
                Scaling.Scales,
                Task.Steps,
                Task.Seed,
                Task.Diagnoses,
                state,
                isWhole
            ),
            AgentSerialization.Default.AgentDescription
        );

    /// <summary>Reads what a file says of its agent.</summary>
    /// <exception cref="RecordException">It is not possible; the message is a line.</exception>
    internal static (AgentDefinition Definition, string State, bool IsWhole) Read(
        string path,
        string text,
        CatalogueSet catalogues
    )
    {
        try
        {
            AgentDescription described =
                JsonSerializer.Deserialize(text, AgentSerialization.Default.AgentDescription)
                ?? throw new JsonException("it is empty");
            Require(described);
            if (catalogues.Agents.TryFind(described.Name) is not { } entry)
            {
                throw new RecordException(
                    $"{path} is of the agent {described.Name}, which is not in the catalogue of this program"
                );
            }

            var definition = new AgentDefinition(catalogues, entry, described);
            if (definition.Settings is { } standard)
            {
                definition = definition with
                {
                    Settings = new SettingsFile(catalogues).Read(standard, described.Settings, "agent"),
                };
            }

            return (definition, described.State, described.IsWhole);
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or InvalidOperationException
                        or ArgumentException
                        or SettingException
                        or TopologyException
            )
        {
            throw new RecordException(
                $"{path} describes no agent that can be made: {RecordFile.Reason(exception)}",
                exception
            );
        }
    }

    private static void Require(AgentDescription described)
    {
        var size = described.Environment.Observations.Size;
        string? defect =
            described.FormatVersion != AgentDescription.CurrentFormatVersion
                ? $"its format version is {described.FormatVersion}, not {AgentDescription.CurrentFormatVersion}"
            : described.Steps < 1 ? $"its steps are {described.Steps}; at least 1 is needed"
            : described.Environment.Actions.Count < 1 ? "its environment has no actions"
            : size < 1 || described.Environment.Observations.High.Count != size ? "its environment observes nothing"
            : described.Centres.IsDefault
            || described.Scales.IsDefault
            || described.Centres.Length != size
            || described.Scales.Length != size
                ? $"it has not a centre and a scale for each of {size} observed numbers"
            : null;
        if (defect is not null)
        {
            throw new JsonException(defect);
        }
    }
}
