using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Hebb.Agents;
using Hebb.Environments;

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

    /// <summary>What an agent of the catalogue learns in.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="environment">The environment's name.</param>
    internal static EnvironmentSettings Of(AgentEntry agent, string environment)
    {
        EnvironmentEntry entry = EnvironmentCatalogue.Find(environment);
        var size = entry.Specification.Observations.Size;
        ObservationScaling scaling = ObservationScaling.Of(agent.ObservesRaw ? "" : environment, size);
        return new EnvironmentSettings
        {
            Name = environment,
            Edition = entry.Editions[0],
            StepLimit = entry.StepLimit,
            ObservationCentres = scaling.Centres,
            ObservationScales = scaling.Scales,
        };
    }

    /// <summary>Makes one environment, as an agent observes it.</summary>
    internal IEnvironment Create()
    {
        IEnvironment plain = EnvironmentCatalogue.Create(Name, Edition, StepLimit);
        var isPlain = ObservationCentres.All(centre => centre == 0) && ObservationScales.All(scale => scale == 1);
        return isPlain
            ? plain
            : new ScaledObservations<IEnvironment>(
                plain,
                new ObservationScaling(ObservationCentres, ObservationScales)
            );
    }

    /// <inheritdoc/>
    public void Validate()
    {
        EnvironmentEntry entry = EnvironmentCatalogue.Find(Name);
        var size = entry.Specification.Observations.Size;
        Refuse(
            !entry.Editions.Contains(Edition),
            nameof(Edition),
            SettingText.Kebab(Edition.ToString()),
            $"{Name} has {string.Join(", ", entry.Editions.Select(edition => SettingText.Kebab(edition.ToString())))}"
        );
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
