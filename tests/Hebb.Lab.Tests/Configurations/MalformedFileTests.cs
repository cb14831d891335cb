using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Hebb.Lab.Configurations.Files;

namespace Hebb.Lab.Tests.Configurations;

public sealed class MalformedFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    /// <summary>What stands where in a file that is right otherwise, and how the line that refuses it goes on after the file.</summary>
    public static TheoryData<string, string, string> Values { get; } =
        new()
        {
            { "agent.actor.estimator.beta", "-1", "agent.actor.estimator.beta: -1; a number above 0 is needed" },
            { "agent.actor.estimator.beta", "0", "agent.actor.estimator.beta: 0; a number above 0 is needed" },
            {
                "agent.actor.estimator.beta",
                "\"0.2\"",
                "agent.actor.estimator.beta: \"0.2\"; a number above 0 is needed"
            },
            { "agent.actor.estimator.beta", "null", "agent.actor.estimator.beta: null; a number above 0 is needed" },
            { "agent.actor.estimator.beta", "true", "agent.actor.estimator.beta: true; a number above 0 is needed" },
            { "agent.actor.estimator.beta", "[0.2]", "agent.actor.estimator.beta: [0.2]; a number above 0 is needed" },
            { "agent.actor.estimator.beta", "{}", "agent.actor.estimator.beta: {}; a number above 0 is needed" },
            { "agent.actor.estimator.beta", "1e999", "agent.actor.estimator.beta: 1e999; a number above 0 is needed" },
            {
                "agent.actor.estimator.beta",
                "\"NaN\"",
                "agent.actor.estimator.beta: \"NaN\"; a number above 0 is needed"
            },
            {
                "agent.actor.estimator.beta",
                "\"infinity\"",
                "agent.actor.estimator.beta: \"infinity\"; a number above 0 is needed"
            },
            {
                "agent.actor.network.activaton",
                "\"tanh\"",
                "agent.actor.network.activaton: no such setting; did you mean activation?"
            },
            {
                "agent.actor.network.activation",
                "\"tahn\"",
                "agent.actor.network.activation: \"tahn\"; did you mean tanh? known are"
            },
            {
                "agent.actor.network.activation",
                "\"Tahn\"",
                "agent.actor.network.activation: \"Tahn\"; did you mean tanh? known are"
            },
            { "agent.actor.network.activation", "7", "agent.actor.network.activation: 7; one of hard-sigmoid" },
            {
                "agent.actor.estimator.name",
                "\"symetric\"",
                "agent.actor.estimator.name: \"symetric\"; did you mean symmetric?"
            },
            {
                "agent.actor.estimator.name",
                "\"holomorphic\"",
                "agent.actor.estimator.name: holomorphic; one that learns"
            },
            { "agent.critic.estimator.name", "\"\"", "agent.critic.estimator.name: \"\"; known are" },
            { "agent.actor.relaxation.name", "\"sweeps\"", "agent.actor.relaxation.name: \"sweeps\"; known are" },
            {
                "agent.actor.optimizer.name",
                "\"rmsprop\"",
                "agent.actor.optimizer.name: \"rmsprop\"; known are adam, sgd"
            },
            { "agent.actor.relaxation.freeOrder", "\"sideways\"", "agent.actor.relaxation.freeOrder: \"sideways\"" },
            {
                "agent.actor.network.hidden",
                "64",
                "agent.actor.network.hidden: 64; a list, each a whole number from 1"
            },
            { "agent.actor.network.hidden", "[0]", "agent.actor.network.hidden[0]: 0; a whole number from 1" },
            { "agent.actor.network.hidden", "[8, -2]", "agent.actor.network.hidden[1]: -2; a whole number from 1" },
            { "agent.actor.network.hidden", "[8.5]", "agent.actor.network.hidden[0]: 8.5; a whole number from 1" },
            { "agent.actor.network.hidden", "[\"8\"]", "agent.actor.network.hidden[0]: \"8\"; a whole number from 1" },
            { "agent.actor.network.hidden", "[null]", "agent.actor.network.hidden[0]: null; a whole number from 1" },
            { "agent.actor.network.hidden", "[1000000, 1000000]", "agent.network.hidden: [1000000, 1000000]; at most" },
            { "agent.actor.relaxation.freeSweeps", "0", "agent.actor.relaxation.freeSweeps: 0; a whole number from 1" },
            {
                "agent.actor.relaxation.freeSweeps",
                "3000000000",
                "agent.actor.relaxation.freeSweeps: 3000000000; a whole number from 1 to 2147483647"
            },
            { "agent.actor.relaxation.freeSweeps", "1.5", "agent.actor.relaxation.freeSweeps: 1.5; a whole number" },
            {
                "agent.actor.relaxation.freeSweeps",
                "1e400",
                "agent.actor.relaxation.freeSweeps: 1e400; a whole number"
            },
            {
                "agent.actor.relaxation",
                "{\"name\": \"anderson\", \"window\": 11}",
                "agent.actor.relaxation.window: 11; a whole number from 2 to 10 is needed"
            },
            {
                "agent.actor.relaxation",
                "{\"name\": \"gradient-flow\", \"step\": 0}",
                "agent.actor.relaxation.step: 0; a number above 0 and at most 1 is needed"
            },
            {
                "agent.actor.relaxation",
                "{\"name\": \"momentum\", \"momentum\": 1}",
                "agent.actor.relaxation.momentum: 1; a number from 0 to below 1 is needed"
            },
            {
                "agent.actor.optimizer.learningRate",
                "0",
                "agent.actor.optimizer.learningRate: 0; a number above 0 is needed"
            },
            {
                "agent.actor.optimizer.gradientNorm",
                "\"none\"",
                "agent.actor.optimizer.gradientNorm: \"none\"; a number above 0, or \"infinity\""
            },
            {
                "agent.actor.network.feedback",
                "-0.1",
                "agent.actor.network.feedback: -0.1; a number above 0 is needed"
            },
            {
                "agent.actor.estimator",
                "{\"name\": \"holomorphic\", \"points\": 1}",
                "agent.actor.estimator.points: 1; a whole number from 2 to 1000 is needed"
            },
            { "agent.actor", "7", "agent.actor: 7; an object with settings is needed" },
            { "agent.actor", "null", "agent.actor: null; an object with settings is needed" },
            { "agent.actor", "[]", "agent.actor: []; an object with settings is needed" },
            { "agent", "\"ppo-ep\"", "agent: \"ppo-ep\"; an object with settings is needed" },
            { "agent", "null", "agent: null; an object with settings is needed" },
            { "agent", "{}", "agent.name: missing; known are ppo-ep" },
            { "agent.name", "\"ppo-pe\"", "agent.name: \"ppo-pe\"; did you mean ppo-ep?" },
            { "agent.name", "3", "agent.name: 3; one of ppo-ep" },
            { "agent.name", "null", "agent.name: null; one of ppo-ep" },
            {
                "agent.name",
                "\"report-dqn-backprop\"",
                "environment.name: Acrobot-v1; report-dqn-backprop is made for CartPole-v0"
            },
            { "agent.clip", "0", "agent.clip: 0; a number above 0 is needed" },
            { "agent.clip", "\"infinity\"", "agent.clip: \"infinity\"; a number above 0 is needed" },
            { "agent.discount", "1.01", "agent.discount: 1.01; a number from 0 to 1 is needed" },
            { "agent.lambda", "-0.01", "agent.lambda: -0.01; a number from 0 to 1 is needed" },
            { "agent.minibatch", "100", "agent.minibatch: 100; a divisor of 8 environments times 64 steps is needed" },
            { "agent.environments", "100000", "agent.environments: 100000; a whole number from 1 to 4096 is needed" },
            { "agent.rolloutSteps", "65535", "agent.minibatch: 128; a divisor of" },
            { "agent.cost", "\"squared-error\"", "agent.cost: \"squared-error\"; known are clipped-policy" },
            { "agent.annealsClip", "1", "agent.annealsClip: 1; true or false is needed" },
            { "agent.annealsClip", "\"true\"", "agent.annealsClip: \"true\"; true or false is needed" },
            { "agent.beta", "\"x\"", "agent.actor.estimator.beta: \"x\"; a number above 0 is needed" },
            { "agent.exploration", "{}", "agent.exploration: no such setting" },
            { "agent.", "1", "agent.: no such setting" },
            { "environment", "\"CartPole-v1\"", "environment: \"CartPole-v1\"; an object with settings is needed" },
            { "environment", "{}", "environment.name: missing; known are CartPole-v0" },
            { "environment.name", "\"CartPole-v2\"", "environment.name: \"CartPole-v2\"; did you mean CartPole-v0?" },
            { "environment.name", "\"Pong-v5\"", "environment.name: \"Pong-v5\"; known are CartPole-v0" },
            { "environment.edition", "\"gym0109\"", "environment.edition: gym0109; Acrobot-v1 has gymnasium" },
            { "environment.edition", "\"gym\"", "environment.edition: \"gym\"" },
            { "environment.stepLimit", "0", "environment.stepLimit: 0; a whole number from 1" },
            { "environment.stepLimit", "null", "environment.stepLimit: null; a whole number from 1" },
            { "environment.observationCentres", "[0, 0]", "environment.observationCentres: 2 numbers; 6 are needed" },
            { "environment.observationScales", "[]", "environment.observationScales: 0 numbers; 6 are needed" },
            {
                "environment.observationScales",
                "[1,1,1,1,1,0]",
                "environment.observationScales[5]: 0; a number above 0 is needed"
            },
            {
                "environment.observationScales",
                "[1,1,1,1,1,1e-60]",
                "environment.observationScales[5]: 1e-60; a number above 0"
            },
            {
                "environment.observationCentres",
                "[1,1,1,1,1,1e39]",
                "environment.observationCentres[5]: 1e39; a number is needed"
            },
            { "environment.seeding", "\"fixed\"", "environment.seeding: \"fixed\"; known are spawned, run" },
            { "environment.limit", "3", "environment.limit: no such setting" },
            { "environment.options", "{}", "environment.options: {}; Acrobot-v1 has no options" },
            { "environment.options", "null", "environment.options: null; Acrobot-v1 has no options" },
            { "budget", "7", "budget: 7; an object with settings is needed" },
            {
                "budget",
                "{\"steps\": 10, \"episodes\": 10}",
                "budget: both steps and episodes; one of the two is needed"
            },
            { "budget", "{\"steps\": null}", "budget: neither steps nor episodes; one of the two is needed" },
            { "budget.steps", "0", "budget.steps: 0; a whole number from 1" },
            { "budget.steps", "1e30", "budget.steps: 1e30; a whole number from 1" },
            { "budget.steps", "\"many\"", "budget.steps: \"many\"; a whole number from 1" },
            { "budget.minutes", "3", "budget.minutes: no such setting; known are steps, episodes" },
            { "evaluation", "20", "evaluation: 20; an object with settings is needed" },
            { "evaluation.episodes", "-1", "evaluation.episodes: -1; a whole number from 0" },
            { "evaluation.every", "0.5", "evaluation.every: 0.5; a whole number from 0" },
            { "diagnostics", "\"off\"", "diagnostics: \"off\"; true or false is needed" },
            { "diagnostics", "null", "diagnostics: null; true or false is needed" },
            { "name", "\"\"", "name: \"\"; letters, digits" },
            { "name", "\"../up\"", "name: \"../up\"; letters, digits" },
            { "name", "\"a b\"", "name: \"a b\"; letters, digits" },
            { "name", "\"a\\n\"", "name: \"a\\n\"; letters, digits" },
            { "name", "5", "name: 5; letters, digits" },
            { "name", "\"\\ud83d\\ude00\"", "name: " },
            { "seeds", "\"5..1\"", "seeds: \"5..1\"; 5..1 ends before it begins" },
            { "seeds", "\"1,1\"", "seeds: \"1,1\"; 1 is named twice" },
            { "seeds", "-1", "seeds: -1; seeds such as" },
            { "seeds", "[0, 1]", "seeds: [0,1]; seeds such as" },
            { "seeds", "\"0..99999999\"", "seeds: \"0..99999999\"; more than 10000 seeds" },
            { "$schema", "3", "$schema: 3; the path of a schema is needed" },
            { "sweeps", "{}", "sweeps: no such setting; did you mean sweep?" },
            { "Agent", "{}", "Agent: no such setting; did you mean agent?" },
            { "", "1", "no such setting; known are $schema" },
            { "sweep", "[]", "sweep: []; an object with settings is needed" },
            { "sweep", "null", "sweep: null; an object with settings is needed" },
            { "sweep", "{}", "sweep: nothing is varied" },
            { "sweep", "{\"grid\": {}}", "sweep: nothing is varied" },
            { "sweep", "{\"grid\": null}", "sweep.grid: null" },
            { "sweep", "{\"gird\": {}}", "sweep.gird: no such setting; did you mean grid?" },
            { "sweep", "{\"grid\": {\"agent.clip\": []}}", "sweep.grid.agent.clip: []; a list of at least one value" },
            {
                "sweep",
                "{\"grid\": {\"agent.clip\": 0.1}}",
                "sweep.grid.agent.clip: 0.1; a list of at least one value"
            },
            { "sweep", "{\"grid\": {\"agent..clip\": [1]}}", "sweep.grid: 'agent..clip'; the dotted path" },
            { "sweep", "{\"list\": {}}", "sweep.list: {}; a list of at least one value" },
            { "sweep", "{\"list\": [3]}", "sweep.list[0]: 3; an object with settings" },
            { "sweep", "{\"random\": {\"agent.clip\": {\"uniform\": [0.1, 0.2]}}}", "sweep.trials: missing" },
            {
                "sweep",
                "{\"random\": {\"agent.clip\": 3}, \"trials\": 2}",
                "sweep.random.agent.clip: 3; one of logUniform"
            },
            {
                "sweep",
                "{\"random\": {\"agent.clip\": {\"normal\": [0, 1]}}, \"trials\": 2}",
                "sweep.random.agent.clip.normal: no such distribution"
            },
            {
                "sweep",
                "{\"random\": {\"agent.clip\": {\"uniform\": [1]}}, \"trials\": 2}",
                "sweep.random.agent.clip.uniform: [1]; a list of the least"
            },
            {
                "sweep",
                "{\"random\": {\"agent.clip\": {\"uniform\": [2, 1]}}, \"trials\": 2}",
                "sweep.random.agent.clip.uniform: [2,1]; the least, then"
            },
            {
                "sweep",
                "{\"random\": {\"agent.clip\": {\"logUniform\": [0, 1]}}, \"trials\": 2}",
                "sweep.random.agent.clip.logUniform[0]: 0; a number above 0"
            },
            {
                "sweep",
                "{\"random\": {\"agent.epochs\": {\"integer\": [1.5, 3]}}, \"trials\": 2}",
                "sweep.random.agent.epochs.integer[0]: 1.5; a whole number"
            },
            {
                "sweep",
                "{\"random\": {\"agent.clip\": {\"choice\": []}}, \"trials\": 2}",
                "sweep.random.agent.clip.choice: []; a list of at least one"
            },
            {
                "sweep",
                "{\"random\": {\"agent.clip\": {\"uniform\": [0, 1]}}, \"trials\": 0}",
                "sweep.trials: 0; a whole number from 1"
            },
            { "sweep", "{\"grid\": {\"agent.clip\": [0.1]}, \"trials\": 3}", "sweep.trials: 3; only with random" },
            {
                "sweep",
                "{\"grid\": {\"agent.clip\": [0.1]}, \"list\": [{\"agent.clip\": 0.2}]}",
                "sweep: agent.clip is varied by the grid and by the list"
            },
            {
                "sweep",
                "{\"grid\": {\"agent.clip\": [0.1]}, \"random\": {\"agent.clip\": {\"uniform\": [0, 1]}}}",
                "sweep.random.agent.clip: varied by"
            },
            {
                "sweep",
                "{\"grid\": {\"agent.clip\": [0.1]}, \"halving\": {\"factor\": 1}}",
                "sweep.halving.factor: 1; a whole number from 2"
            },
            {
                "sweep",
                "{\"grid\": {\"agent.clip\": [0.1]}, \"halving\": {\"first\": 0}}",
                "sweep.halving.first: 0; a number above 0"
            },
            { "sweep", "{\"grid\": {\"agent.clip\": [0.1]}, \"halving\": true}", "sweep.halving: true; an object" },
            { "sweep", "{\"grid\": {\"agent.clip\": [0.1]}, \"seed\": -1}", "sweep.seed: -1; a whole number from 0" },
            { "sweep", Large(), "sweep: 1000000 combinations; at most 100000" },
        };

    /// <summary>The same of the options of an environment, by their names.</summary>
    public static TheoryData<string, string, string> Options { get; } =
        new()
        {
            { "rewardMode", "\"baisc\"", "rewardMode: \"baisc\"; did you mean basic? known are" },
            { "rewardMode", "1", "rewardMode: 1; one of basic, change-state" },
            { "rewardRule", "\"2020\"", "rewardRule: \"2020\"; known are current2020, legacy2018" },
            { "solutionMultiplier", "-1", "solutionMultiplier: -1; a number from 0 to 1000000 is needed" },
            { "solutionMultiplier", "1e300", "solutionMultiplier: 1e300; a number from 0 to 1000000 is needed" },
            { "episode", "\"room\"", "episode: \"room\"; known are attempt, trial" },
            { "attemptLimit", "0", "attemptLimit: 0; a whole number from 1 to 100000000 is needed" },
            { "attemptLimit", "2000000000", "attemptLimit: 2000000000; a whole number from 1 to 100000000 is needed" },
            { "attemptLimit", "2.5", "attemptLimit: 2.5; a whole number" },
            { "trial", "\"7\"", "trial: 7; CC3 needs 3 active levers, as in 1, 2, 3, 4, 5, 6, simplified-1" },
            { "trial", "12", "trial: 12; one of 1, 2, 3" },
            { "trial", "\"trial-1\"", "trial: \"trial-1\"; known are 1, 2, 3" },
            { "trial", "\"simplified-5\"", "trial: \"simplified-5\"; did you mean simplified-1? known are" },
            { "transfer", "\"CC5\"", "transfer: \"CC5\"; did you mean CC3? known are CC3" },
            { "trainingTrials", "6", "trainingTrials: 6; only with a transfer to another scenario" },
            { "trainingTrials", "0", "trainingTrials: 0; a whole number from 1 to 1000000000 is needed" },
            {
                "leverEffects",
                "[1]",
                "leverEffects: 1; as many numbers as CC3 has active levers, 3, or none are needed"
            },
            { "leverEffects", "[1, 1, 1.1]", "leverEffects[2]: 1.1; a number from 0 to 1 is needed" },
            { "leverEffects", "1", "leverEffects: 1; a list, each a number from 0 to 1, is needed" },
            { "leverEffects", "null", "leverEffects: null; a list" },
            { "doorEffect", "-0.1", "doorEffect: -0.1; a number from 0 to 1 is needed" },
            { "observesStep", "1", "observesStep: 1; true or false is needed" },
            { "observesAction", "\"yes\"", "observesAction: \"yes\"; true or false is needed" },
            { "observesFound", "null", "observesFound: null; true or false is needed" },
            { "observesAll", "true", "observesAll: no such setting; did you mean observesStep?" },
            { "scenario", "\"CC4\"", "scenario: no such setting; did you mean scenarios?" },
        };

    public static TheoryData<string, string> Texts { get; } =
        new()
        {
            { "", "it is empty" },
            { " \n\t", "it is empty" },
            { "null", "null; an object with settings is needed" },
            { "3", "3; an object with settings is needed" },
            { "[]", "[]; an object with settings is needed" },
            { "\"agent\"", "\"agent\"; an object with settings is needed" },
            { "{", "it is not JSON" },
            { "{\"agent\": ", "it is not JSON" },
            { "{\"agent\"}", "it is not JSON" },
            { "{'agent': 1}", "it is not JSON" },
            { "{agent: 1}", "it is not JSON" },
            { "{\"agent\": {\"name\": NaN}}", "it is not JSON" },
            { "{\"agent\": {\"name\": .5}}", "it is not JSON" },
            { "{\"agent\": {\"name\": 01}}", "it is not JSON" },
            { "{} {}", "it is not JSON" },
            { "{}}", "it is not JSON" },
            { "{\"agent\": /* ", "it is not JSON" },
            { "<agent/>", "it is not JSON" },
            { "{\"agent\": {\"name\": \"a\tb\"}}", "it is not JSON" },
            { "{\"agent\": {\"name\": \"\\ud800\"}}", "it " },
            { "{\"\\ud800\": 1}", "it " },
            { "{\"a\": 1, \"a\": 2}", "a: it stands twice, again in line 1; once is needed" },
            {
                "{\"agent\": {\"name\": \"ppo\",\n\"name\": \"ppo\"}}",
                "agent.name: it stands twice, again in line 2; once is needed"
            },
            { new string('[', 65) + new string(']', 65), "it is not JSON" },
            { "{\"name\": \"" + new string('a', 1 << 20) + "\"}", "it is too large" },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_that_is_not_possible_is_refused_in_a_line_with_its_path(
        string path,
        string value,
        string expected
    )
    {
        JsonObject file = Right();
        var names = path.Split('.');
        JsonObject part = file;
        foreach (var name in names[..^1])
        {
            part = (JsonObject)part[name]!;
        }

        part[names[^1]] = "HERE";
        Refuses(
            Encoding.UTF8.GetBytes(IndentedJson.Text(file).Replace("\"HERE\"", value, StringComparison.Ordinal)),
            expected
        );
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void An_option_that_is_not_possible_is_refused_in_a_line_with_its_path(
        string name,
        string value,
        string expected
    ) =>
        Refuses(
            Encoding.UTF8.GetBytes(
                $$$"""
                {"environment": {"name": "OpenLock-CC3-v0", "options": {"{{{name}}}": {{{value}}}}}, "agent": {"name": "ppo-ep"}}
                """
            ),
            $"environment.options.{expected}"
        );

    [Theory]
    [InlineData("\"options\": 3", "options: 3; an object with settings is needed")]
    [InlineData("\"options\": null", "options: null; an object with settings is needed")]
    [InlineData("\"option\": {}", "option: no such setting; did you mean options?")]
    [InlineData("\"options\": {\"transfer\": \"CE4\"}", "options.transfer: CE4; OpenLock-CC3-CC4-v0 has CC4")]
    [InlineData("\"options\": {\"trial\": 1}", "options.trial: 1; none is possible beside a transfer to CC4")]
    [InlineData(
        "\"options\": {\"observesFound\": true}, \"observationCentres\": [0]",
        "observationCentres: 1 numbers; 17 are needed"
    )]
    public void Options_that_do_not_go_with_the_environment_are_refused_in_a_line(string part, string expected) =>
        Refuses(
            Encoding.UTF8.GetBytes(
                $$$"""{"environment": {"name": "OpenLock-CC3-CC4-v0", {{{part}}}}, "agent": {"name": "ppo-ep"}}"""
            ),
            $"environment.{expected}"
        );

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_that_is_no_experiment_is_refused_in_a_line(string text, string expected) =>
        Refuses(Encoding.UTF8.GetBytes(text), expected);

    [Fact]
    public void Bytes_that_are_no_text_are_refused_and_so_is_what_is_no_file()
    {
        Refuses([0x7b, 0xff, 0x7d], "it is not UTF-8");
        Refuses([0, 0, 0], "it is not JSON");
        Refuses(Encoding.Unicode.GetBytes("{}"), "it is not JSON");
        var folder = _directory.New("folder");
        Directory.CreateDirectory(folder);
        Assert.Contains("it is a directory", Line(folder), StringComparison.Ordinal);
        Assert.Contains("there is no such file", Line(_directory.New("nothing")), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_done_to_a_file_it_loads_or_is_refused_in_a_line()
    {
        var right = Encoding.UTF8.GetBytes(IndentedJson.Text(Right()));
        var path = _directory.New("mutated.json");
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, right.Length - 1], Gen.Int[1, 40], Gen.Byte)
            .Sample(
                mutation =>
                {
                    File.WriteAllBytes(path, Mutated(right, mutation));
                    LoadsOrRefuses(path);
                },
                iter: 300,
                threads: 1,
                seed: "0000KOIPe036"
            );
    }

    [Fact]
    public void Whatever_stands_in_place_of_a_setting_it_loads_or_is_refused_in_a_line()
    {
        JsonObject right = Right();
        var leaves = Leaves(right, "").ToArray();
        string[] values =
        [
            "null",
            "true",
            "-1",
            "0",
            "1e300",
            "2147483648",
            "0.5",
            "\"x\"",
            "\"\"",
            "[]",
            "[[]]",
            "{}",
            "{\"a\": 1}",
        ];
        var path = _directory.New("retyped.json");
        foreach (var leaf in leaves)
        {
            foreach (var value in values)
            {
                var file = (JsonObject)right.DeepClone();
                Put(file, leaf, value);
                File.WriteAllText(path, file.ToJsonString());
                LoadsOrRefuses(path);
            }
        }
    }

    private static void LoadsOrRefuses(string path)
    {
        try
        {
            ExperimentFile.Load(path);
        }
        catch (RecordException exception)
        {
            Assert.StartsWith(path, exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', exception.Message);
            Assert.InRange(exception.Message.Length, path.Length + 5, 4000);
        }
    }

    private static byte[] Mutated(byte[] right, (int Kind, int Place, int Length, byte Value) mutation)
    {
        var place = mutation.Place;
        var end = Math.Min(right.Length, place + mutation.Length);
        return mutation.Kind switch
        {
            0 => [.. right[..place], .. right[end..]],
            1 => [.. right[..end], .. right[place..]],
            2 => right[..place],
            3 => [.. right[..place], mutation.Value, .. right[(place + 1)..]],
            4 => [.. right[..place], (byte)(right[place] ^ (1 << (mutation.Value % 8))), .. right[(place + 1)..]],
            _ => [.. right[..place], .. Encoding.UTF8.GetBytes(" 9e9, "), .. right[place..]],
        };
    }

    private static IEnumerable<string> Leaves(JsonObject part, string path) =>
        part.SelectMany(field =>
            field.Value is JsonObject inner
                ? Leaves(inner, $"{path}{field.Key}.").Prepend(path + field.Key)
                : [path + field.Key]
        );

    private static void Put(JsonObject file, string path, string value)
    {
        var names = path.Split('.');
        JsonObject part = file;
        foreach (var name in names[..^1])
        {
            part = (JsonObject)part[name]!;
        }

        part[names[^1]] = JsonNode.Parse(value);
    }

    // A learner in an environment with an odd number of observations and every part.
    private static JsonObject Right() => ExperimentFile.Of("ppo-ep", "Acrobot-v1").Configuration.Json;

    private static string Large()
    {
        var values = "[" + string.Join(',', Enumerable.Range(1, 1000)) + "]";
        return $$$"""{"grid": {"agent.epochs": {{{values}}}, "agent.clip": {{{values}}} }}""";
    }

    private void Refuses(byte[] bytes, string expected)
    {
        var path = _directory.New("bad.json");
        File.WriteAllBytes(path, bytes);
        var line = Line(path);
        Assert.Matches(
            $"^{System.Text.RegularExpressions.Regex.Escape(path)}(:[0-9]+)?: {System.Text.RegularExpressions.Regex.Escape(expected)}",
            line
        );
        Assert.DoesNotContain('\n', line);
    }

    private static string Line(string path) => Assert.Throws<RecordException>(() => ExperimentFile.Load(path)).Message;
}
