using System.ComponentModel.DataAnnotations;
using Hebb.Agents;
using Hebb.Configurations;
using Hebb.Environments;
using Hebb.Settings;

namespace Hebb.Lab.Configurations;

/// <summary>Where a run learns.</summary>
public sealed record EnvironmentSettings : IValidatedSettings
{
    /// <summary>The name of an environment of the catalogue.</summary>
    [NamedIn(SettingsCatalogue.Environments)]
    public string Name { get; init; } = "CartPole-v1";

    /// <summary>Which library it follows bit for bit.</summary>
    public EnvironmentEdition Edition { get; init; }

    /// <summary>The steps of the longest episode; at least 1.</summary>
    [Range(1, int.MaxValue)]
    public int StepLimit { get; init; } = 500;

    /// <summary>What becomes 0 in each observed number.</summary>
    public ImmutableArray<float> ObservationCentres { get; init; } = [0, 0, 0, 0];

    /// <summary>What becomes 1, away from the centre, in each observed number; positive.</summary>
    [Range(0, float.MaxValue, MinimumIsExclusive = true)]
    public ImmutableArray<float> ObservationScales { get; init; } = [1, 1, 1, 1];

    /// <summary>Whether environments begin with a seed that is spawned from the run's, or with the run's own.</summary>
    public EnvironmentSeeding Seeding { get; init; }

    /// <summary>The environment that the name means. Not public, as the settings that are read and written are.</summary>
    internal EnvironmentEntry Entry { get; init; } = null!;

    /// <summary>
    /// What can be other than usual in the environment, of the type that <see cref="EnvironmentEntry.Options"/> says; null where nothing
    /// can. Not public, as the settings that are read and written are: its own settings depend on the name.
    /// </summary>
    internal ISettings? Options { get; init; }

    /// <summary>What an agent of the catalogue learns in.</summary>
    /// <param name="options">Its options; null where it has none.</param>
    internal static EnvironmentSettings Of(AgentEntry agent, EnvironmentEntry entry, ISettings? options)
    {
        EnvironmentSpecification specification = options is null
            ? entry.Specification
            : entry.Options!.Create(options).Specification;
        ObservationScaling scaling = agent.Scaling(entry, specification.Observations.Size);
        return new EnvironmentSettings
        {
            Name = entry.Name,
            Entry = entry,
            Edition = entry.Editions[0],
            StepLimit = specification.StepLimit ?? entry.StepLimit,
            ObservationCentres = scaling.Centres,
            ObservationScales = scaling.Scales,
            Options = options,
        };
    }

    /// <summary>The units that an agent observes it in.</summary>
    internal ObservationScaling Scaling => new(ObservationCentres, ObservationScales);

    /// <summary>Makes one environment, as an agent observes it.</summary>
    internal IEnvironment Create()
    {
        IEnvironment plain = CreatePlain();
        var isPlain = ObservationCentres.All(centre => centre == 0) && ObservationScales.All(scale => scale == 1);
        return isPlain ? plain : new ScaledObservations<IEnvironment>(plain, Scaling);
    }

    private IEnvironment CreatePlain() => Entry.Create(Edition, StepLimit, Options);

    /// <inheritdoc/>
    public void Validate()
    {
        Refuse(
            !Entry.Editions.Contains(Edition),
            nameof(Edition),
            SettingText.Kebab(Edition.ToString()),
            $"{Name} has {string.Join(", ", Entry.Editions.Select(edition => SettingText.Kebab(edition.ToString())))}"
        );
        var size = CreatePlain().Specification.Observations.Size;
        Refuse(ObservationCentres.Length != size, nameof(ObservationCentres), ObservationCentres.Length, size);
        Refuse(ObservationScales.Length != size, nameof(ObservationScales), ObservationScales.Length, size);
    }

    private void Refuse(bool isRefused, string name, int length, int size) =>
        Refuse(isRefused, name, $"{length} numbers", $"{size} are needed, as many as {Name} observes");

    private static void Refuse(bool isRefused, string name, string value, string needed)
    {
        if (isRefused)
        {
            throw new ArgumentException($"{name}: {value}; {needed}", name);
        }
    }
}
