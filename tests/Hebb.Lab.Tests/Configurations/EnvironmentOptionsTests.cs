using System.Text.Json;
using System.Text.Json.Nodes;
using Hebb.Environments;
using Hebb.Environments.OpenLock;
using Hebb.Environments.OpenLock.Rooms;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;

namespace Hebb.Lab.Tests.Configurations;

/// <summary>What experiment files and overrides say of an environment, by their effects.</summary>
public sealed class EnvironmentOptionsTests
{
    // Attempts in trial 1 of CC3: a solution twice, without effect, the same twice, no door, the other solution twice.
    private static readonly int[] Actions =
    [
        .. (int[])[0, 4, 14],
        .. (int[])[0, 4, 14],
        .. (int[])[0, 1, 2],
        .. (int[])[4, 4, 1],
        .. (int[])[0, 4, 1],
        .. (int[])[0, 4, 2],
        .. (int[])[0, 2, 14],
    ];

    public static TheoryData<string, string> Rewards { get; } =
    [
        .. from mode in Enum.GetValues<RewardMode>()
        from rule in Enum.GetValues<RewardRule>()
        select new TheoryDataRow<string, string>(mode.ToString(), rule.ToString()),
    ];

    [Theory]
    [MemberData(nameof(Rewards))]
    public void Each_reward_pays_what_the_library_pays(string mode, string rule)
    {
        var scheme = new RewardScheme
        {
            Mode = Enum.Parse<RewardMode>(mode),
            Rule = Enum.Parse<RewardRule>(rule),
            SolutionMultiplier = 4,
        };
        var library = new OpenLockEnvironment(new() { Trial = Trial.Find("1"), Rewards = scheme });
        IEnvironment file = Created(
            "OpenLock-CC3-v0",
            ("trial", 1),
            ("rewardMode", JsonNamingPolicy.KebabCaseLower.ConvertName(mode)),
            ("rewardRule", JsonNamingPolicy.KebabCaseLower.ConvertName(rule)),
            ("solutionMultiplier", 4)
        );
        Assert.Equal(Paid(library), Paid(file));
    }

    [Fact]
    public void Rewards_and_their_multiplier_are_those_that_are_asked_for()
    {
        Assert.Equal(120, Paid(Created("OpenLock-CC3-v0", ("trial", "1"))).Sum());
        Assert.Equal([0, 10, 50], Paid(Created("OpenLock-CC3-v0", ("trial", "1"), ("rewardMode", "basic")))[3..6]);
        Assert.Equal(
            [1, 40, 200],
            Paid(
                Created(
                    "OpenLock-CC3-v0",
                    ("trial", "1"),
                    ("rewardMode", "negative-immovable-partial-sequence-solution-multiplier"),
                    ("solutionMultiplier", 4)
                )
            )[^3..]
        );
    }

    [Fact]
    public void Step_limit_and_observation_follow_from_the_options()
    {
        (string, JsonNode?)[] all =
        [
            ("episode", "trial"),
            ("attemptLimit", 30),
            ("observesStep", true),
            ("observesAction", true),
            ("observesFound", true),
        ];
        EnvironmentSettings settings = Read("OpenLock-CC4-v0", all).Environment;
        Assert.Equal(90, settings.StepLimit);
        Assert.Equal(Enumerable.Repeat(0f, 33), settings.ObservationCentres);
        Assert.Equal(Enumerable.Repeat(1f, 33), settings.ObservationScales);
        Assert.Equal(120, Read("OpenLock-CC4D-v0", all).Environment.StepLimit);
        Assert.Equal(16, Read("OpenLock-CC4-v0").Environment.ObservationScales.Length);
        EnvironmentSpecification made = Read("OpenLock-CC4-v0", all).CreateEnvironment().Specification;
        Assert.Equal((90, 33, 3f), (made.StepLimit, made.Observations.Size, made.Observations.High[^1]));

        // What is given stays, and the agent is made for what it observes.
        AgentConfiguration limited = Read("OpenLock-CC4-v0", [.. all], ("environment.stepLimit", 12));
        Assert.Equal(12, limited.CreateEnvironment().Specification.StepLimit);
        Assert.Equal(33, limited.Task(seed: 0).ObservationSize);
    }

    [Fact]
    public void An_episode_can_be_a_trial_and_its_length_over_3_is_the_attempts()
    {
        IEnvironment environment = Created(
            "OpenLock-CC3-v0",
            ("trial", "1"),
            ("episode", "trial"),
            ("attemptLimit", 30)
        );
        Assert.Equal((21, true, false), Length(environment, Actions));
        Assert.Equal((90, false, true), Length(environment, [14]));
        Assert.Equal((3, true, true), Length(Created("OpenLock-CC3-v0"), [14]));
    }

    [Fact]
    public void Small_rooms_and_transfers_are_played()
    {
        var observation = new float[16];
        IEnvironment small = Created("OpenLock-CC3-v0", ("trial", "simplified-1"));
        small.Reset(0, observation);
        Assert.Equal(4, observation[..7].Sum());
        IEnvironment transfer = Created(
            "OpenLock-CE3-CC4-v0",
            ("trainingTrials", 2),
            ("attemptLimit", 1),
            ("episode", "trial")
        );
        Assert.Equal([3, 3, 4, 4], Levers(transfer));
        IEnvironment own = Created("OpenLock-CC4-v0", ("transfer", "CC3"), ("trainingTrials", 1), ("attemptLimit", 1));
        Assert.Equal([4, 3, 3, 3], Levers(own));
    }

    [Fact]
    public void Effects_are_as_likely_as_they_are_said_to_be()
    {
        var observation = new float[16];
        IEnvironment environment = Created("OpenLock-CC3-v0", ("trial", "1"), ("doorEffect", 0));
        Assert.Equal(0, Opened(environment));
        environment = Created("OpenLock-CC3-v0", ("trial", "1"), ("leverEffects", new JsonArray(1, 0.5, 1)));
        Assert.InRange(Opened(environment), 60, 140);
        Assert.Equal(200, Opened(Created("OpenLock-CC3-v0", ("trial", "1"))));

        int Opened(IEnvironment played)
        {
            var opened = 0;
            played.Reset(5, observation);
            for (var attempt = 0; attempt < 200; attempt++)
            {
                foreach (var action in (int[])[0, 4, 14])
                {
                    played.Step(action, observation);
                }

                opened += (int)observation[15];
                played.Reset(observation);
            }

            return opened;
        }
    }

    [Fact]
    public void Usual_options_are_no_part_of_the_hash_and_others_are()
    {
        // As they were before there were options.
        Assert.Equal("1f9605a0bbf9", Hash("random", "CartPole-v1", 200_000));
        Assert.Equal("5fcaf26e8682", Hash("random", "OpenLock-CC3-v0", 100_000));
        AgentConfiguration usual = Read("OpenLock-CC3-v0");
        Assert.Equal(usual.Hash, Read("OpenLock-CC3-v0", ("attemptLimit", 700), ("episode", "attempt")).Hash);
        AgentConfiguration other = Read("OpenLock-CC3-v0", ("attemptLimit", 30));
        Assert.False(string.Equals(usual.Hash, other.Hash, StringComparison.Ordinal));
        Assert.False(
            string.Equals(other.Hash, Read("OpenLock-CC3-v0", ("attemptLimit", 31)).Hash, StringComparison.Ordinal)
        );
        Assert.Equal(700, (int)usual.Json["environment"]!["options"]!["attemptLimit"]!);

        // Records of runs without options are read as those with usual ones.
        JsonObject record = usual.Json;
        ((JsonObject)record["environment"]!).Remove("options");
        Assert.Equal(usual.Hash, RunConfiguration.Read(record).Hash);
        Assert.Equal(other.Hash, RunConfiguration.Read(other.Json).Hash);
        Assert.Equal(other.Json.ToJsonString(), RunConfiguration.Read(other.Json).Json.ToJsonString());
        Assert.Null(ExperimentFile.Of("random", "CartPole-v1").AgentConfiguration.Json["environment"]!["options"]);
    }

    private static string Hash(string agent, string environment, long steps) =>
        ExperimentFile
            .Of(agent, environment, [("budget.steps", steps), ("evaluation.episodes", 20)])
            .AgentConfiguration.Hash;

    private static AgentConfiguration Read(string environment, params (string Name, JsonNode? Value)[] options) =>
        Read(environment, options, []);

    private static AgentConfiguration Read(
        string environment,
        (string Name, JsonNode? Value)[] options,
        params (string Path, JsonNode? Value)[] others
    ) =>
        ExperimentFile
            .Of(
                "random",
                environment,
                [.. options.Select(option => ($"environment.options.{option.Name}", option.Value)), .. others]
            )
            .AgentConfiguration;

    private static IEnvironment Created(string environment, params (string Name, JsonNode? Value)[] options) =>
        Read(environment, options).CreateEnvironment();

    private static double[] Paid(IEnvironment environment)
    {
        var observation = new float[environment.Specification.Observations.Size];
        environment.Reset(0, observation);
        List<double> paid = [];
        foreach (var action in Actions)
        {
            StepResult result = environment.Step(action, observation);
            paid.Add(result.Reward);
            if (result.EpisodeEnded)
            {
                environment.Reset(observation);
            }
        }

        return [.. paid];
    }

    private static (int Steps, bool Terminated, bool Truncated) Length(IEnvironment environment, int[] actions)
    {
        var observation = new float[environment.Specification.Observations.Size];
        environment.Reset(0, observation);
        for (var step = 0; ; step++)
        {
            StepResult result = environment.Step(actions[step % actions.Length], observation);
            if (result.EpisodeEnded)
            {
                return (step + 1, result.Terminated, result.Truncated);
            }
        }
    }

    // The grey levers of the first four episodes.
    private static float[] Levers(IEnvironment environment)
    {
        var observation = new float[environment.Specification.Observations.Size];
        environment.Reset(0, observation);
        var levers = new float[4];
        for (var episode = 0; episode < levers.Length; episode++)
        {
            levers[episode] = observation[7..14].Sum();
            while (!environment.Step(14, observation).EpisodeEnded) { }

            environment.Reset(observation);
        }

        return levers;
    }
}
