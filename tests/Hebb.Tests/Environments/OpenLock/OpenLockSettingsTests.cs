using System.Reflection;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;

namespace Hebb.Tests.Environments.OpenLock;

public sealed class OpenLockSettingsTests
{
    private static readonly Scenario Cc3 = Scenario.Find("CC3");

    // Each with a setting that is other than usual.
    private static readonly Dictionary<string, OpenLockSettings> Changed = new(StringComparer.Ordinal)
    {
        [nameof(OpenLockSettings.RewardMode)] = new() { RewardMode = RewardMode.Basic },
        [nameof(OpenLockSettings.RewardRule)] = new() { RewardRule = RewardRule.Legacy2018 },
        [nameof(OpenLockSettings.SolutionMultiplier)] = new() { SolutionMultiplier = 3 },
        [nameof(OpenLockSettings.Episode)] = new() { Episode = EpisodeSpan.Trial },
        [nameof(OpenLockSettings.AttemptLimit)] = new() { AttemptLimit = 30 },
        [nameof(OpenLockSettings.Trial)] = new() { Trial = Trial.Find("simplified-2") },
        [nameof(OpenLockSettings.Transfer)] = new() { Transfer = Scenario.Find("CE4") },
        [nameof(OpenLockSettings.TrainingTrials)] = new() { Transfer = Scenario.Find("CE4"), TrainingTrials = 6 },
        [nameof(OpenLockSettings.Scenarios)] = new() { Scenarios = [Scenario.Find("CE4")] },
        [nameof(OpenLockSettings.HoldsOutOfficial)] = new() { Scenarios = [Cc3], HoldsOutOfficial = true },
        [nameof(OpenLockSettings.LeverEffects)] = new() { LeverEffects = [1, 0.5, 1] },
        [nameof(OpenLockSettings.DoorEffect)] = new() { DoorEffect = 0.5 },
        [nameof(OpenLockSettings.ObservesStep)] = new() { ObservesStep = true },
        [nameof(OpenLockSettings.ObservesAction)] = new() { ObservesAction = true },
        [nameof(OpenLockSettings.ObservesFound)] = new() { ObservesFound = true },
    };

    [Fact]
    public void What_is_usual_is_what_options_are_where_nothing_is_said() =>
        Assert.Equal(new OpenLockOptions { LeverEffects = [] }.ToString(), new OpenLockSettings().Of(Cc3).ToString());

    [Fact]
    public void Every_setting_changes_the_options_and_every_option_can_be_changed()
    {
        var usual = Values(new OpenLockSettings().Of(Cc3));
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (PropertyInfo property in typeof(OpenLockSettings).GetProperties())
        {
            OpenLockOptions options = Changed[property.Name].Of(Cc3);
            _ = new OpenLockEnvironment(options);
            var changed = Values(options).Where(value => usual[value.Key] != value.Value).Select(value => value.Key);
            Assert.NotEmpty(changed);
            reached.UnionWith(changed);
        }

        // The scenario is what the name says.
        Assert.True(reached.SetEquals(usual.Keys.Where(name => name is not nameof(OpenLockOptions.Scenario))));
    }

    [Fact]
    public void Names_stay_true()
    {
        EnvironmentOptions options = CatalogueSet.Standard.Environments.Find("OpenLock-CC3-CC4-v0").Options!;
        var standard = (OpenLockSettings)options.Standard;
        Assert.Equal(("CC4", 1200), (standard.Transfer!.Name, standard.TrainingTrials));
        _ = options.Create(standard with { TrainingTrials = 6 });
        AssertRefused(
            () => options.Create(standard with { Transfer = Scenario.Find("CE4") }),
            "Transfer: CE4; OpenLock-CC3-CC4-v0 has CC4"
        );
        AssertRefused(
            () => options.Create(standard with { Transfer = null }),
            "Transfer: none; OpenLock-CC3-CC4-v0 has CC4"
        );
        AssertRefused(
            () => new OpenLockSettings { TrainingTrials = 6 }.Of(Cc3),
            "TrainingTrials: 6; only with a transfer to another scenario"
        );
        AssertRefused(
            () => CatalogueSet.Standard.CreateEnvironment("CartPole-v1", options: standard),
            "Environment 'CartPole-v1' has no options."
        );
    }

    [Fact]
    public void Options_of_the_catalogue_make_the_environment()
    {
        var options = new OpenLockSettings
        {
            Episode = EpisodeSpan.Trial,
            AttemptLimit = 30,
            ObservesFound = true,
        };
        EnvironmentSpecification made = CatalogueSet
            .Standard.CreateEnvironment("OpenLock-CE4D-v0", options: options)
            .Specification;
        Assert.Equal(("OpenLock-CE4D-v0", 120, 17), (made.Name, made.StepLimit, made.Observations.Size));
        Assert.Equal(
            8,
            CatalogueSet
                .Standard.CreateEnvironment("OpenLock-CE4D-v0", stepLimit: 8, options: options)
                .Specification.StepLimit
        );
        Assert.All(
            CatalogueSet.Standard.Environments.Where(entry => entry.Options is not null),
            entry =>
                Assert.Equivalent(
                    entry.Specification,
                    CatalogueSet
                        .Standard.CreateEnvironment(entry.Specification.Name, options: entry.Options!.Standard)
                        .Specification
                )
        );
    }

    private static Dictionary<string, string> Values(OpenLockOptions options) =>
        Leaves("", options).ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Value)> Leaves(string prefix, object record) =>
        record
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null)
            .SelectMany(property =>
                property.GetValue(record) is RewardScheme scheme
                    ? Leaves($"{property.Name}.", scheme)
                    : [(prefix + property.Name, Text(property.GetValue(record)))]
            );

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            Scenario scenario => scenario.Name,
            Trial trial => trial.Name,
            System.Collections.Immutable.ImmutableArray<Scenario> scenarios => string.Join(
                ' ',
                scenarios.Select(scenario => scenario.Name)
            ),
            System.Collections.Immutable.ImmutableArray<double> numbers => string.Join(' ', numbers),
            _ => value.ToString()!,
        };

    private static void AssertRefused(Func<object> create, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(create).Message, StringComparison.Ordinal);
}
