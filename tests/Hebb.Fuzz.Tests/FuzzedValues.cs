namespace Hebb.Fuzz.Tests;

/// <summary>What is given for options and arguments: what is right, what is nearly right, and what nobody would expect.</summary>
internal static class FuzzedValues
{
    private static readonly string[] Whole =
    [
        "0",
        "1",
        "2",
        "3",
        "7",
        "-1",
        "100",
        "2147483647",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551615",
        "1e3",
        "1.5",
        "+1",
        "1_000",
        "0x10",
        "٣",
        "007",
        "1 2",
    ];

    private static readonly string[] Numbers =
    [
        "0",
        "1",
        "0.5",
        "-0.5",
        "1e-3",
        "1e308",
        "-1e308",
        "1e-320",
        "1e-300",
        "1e400",
        "NaN",
        "Infinity",
        "-Infinity",
        "0,5",
        ".5",
        "5.",
        "∞",
    ];

    private static readonly string[] Texts =
    [
        "",
        " ",
        "\t",
        "-",
        "--",
        "--help",
        "-x",
        "@file",
        "a\nb",
        "a\0b",
        "результаты",
        "$(touch planted)",
        "`touch planted`",
        "'",
        "\"",
        "\\",
        "*",
        "%s%n",
        "{0}",
        "\u001b[31m",
        "\ud83d\ude00",
        "null",
        "true",
        "[]",
        "{}",
        "[[[[",
        "con",
        "a=b",
        "a..b",
        "..",
        ".",
    ];

    private static readonly string[] Names =
    [
        "ppo",
        "ppo-ep",
        "dqn-ep",
        "a2c",
        "reward-ep",
        "random",
        "policy-ep",
        "report-dqn-backprop",
        "supervised",
        "PPO",
        "ppoep",
        "CartPole-v1",
        "CartPole-v0",
        "Acrobot-v1",
        "MountainCar-v0",
        "OpenLock-CC3-v0",
        "cartpole-v1",
        "symmetric",
        "one-sided",
        "backprop",
        "tanh",
        "hard-sigmoid",
        "adam",
        "sgd",
        "row",
        "last100",
        "best100",
        "greedy",
        "accuracy",
        "steps",
        "episodes",
        "r",
        "l",
        "t",
        "entropy",
        "losses/entropy",
        "csv",
    ];

    private static readonly string[] Places =
    [
        "results",
        "results/runs",
        "missing",
        "missing/deeper",
        "experiment.json",
        "sweep.json",
        "supervised.json",
        "damaged",
        "empty",
        "actions.txt",
        "data",
        "data/train-images-idx3-ubyte",
        "trained",
        "/dev/null",
        "plot.png",
        "plot.svg",
        "plot.gif",
        "table.csv",
        "table.parquet",
        "new",
        "new/deeper",
    ];

    private static readonly string[] Conditions =
    [
        "agent=ppo",
        "last100>10",
        "last100>=nan",
        "seed=0",
        "seed=18446744073709551615",
        "status!=finished",
        "status=Finished",
        "agent==ppo",
        "=",
        ">",
        "a=",
        "agent.beta<=0.1",
        "agent.actor.optimizer.learningRate>0",
        "begun>1",
        "hash=x",
        "seed=>2",
    ];

    private static readonly string[] Settings =
    [
        "agent.beta=0.1",
        "agent.actor.network.hidden=[4]",
        "agent.actor.network.hidden=[]",
        "agent.name=ppo",
        "budget.steps=200",
        "budget.steps=-1",
        "agent.actor.optimizer.learningRate=1e300",
        "agent.actor.optimizer.learningRate=1e-320",
        "agent.actor.estimator.name=backprop",
        "=",
        "a",
        "a=b",
        ".=1",
        "agent.actor.estimator.beta=NaN",
        "agent={}",
        "environment.name=Acrobot-v1",
        "environment.stepLimit=1",
        "seeds=0..1",
        "settings.batchSize=1",
        "agent.discount=1",
        "settings.optimizer.learningRate=1e30",
        "settings.network.activation=tanh",
        "settings.relaxation.tolerance=1e-3",
    ];

    private static readonly string[] SeedTexts =
    [
        "0",
        "0..1",
        "1,5",
        "5..1",
        "0..",
        "..1",
        "0,0",
        "-1..1",
        "0..1e3",
        "a",
        "18446744073709551615",
        "0..18446744073709551615",
        ",",
    ];

    private static readonly string[] Lists =
    [
        "a,b",
        "agent,seed",
        "ppo,dqn",
        "1,2",
        "0.1,1",
        ",",
        "a,",
        "1",
        "1e400,1",
        "CartPole-v1,Acrobot-v1",
        "symmetric,one-sided",
        "agent,,seed",
    ];

    /// <summary>A value for an option.</summary>
    /// <param name="random">The stream of the case.</param>
    /// <param name="option">The option; null for an argument.</param>
    /// <param name="kind">What the help calls its value.</param>
    public static string Of(Random random, string? option, string kind)
    {
        // Nothing is to be downloaded, and no machine to be filled.
        if (option is "--data")
        {
            return One(random, "data", "missing", "", "results", "data/train-images-idx3-ubyte");
        }

        if (option is "--hidden" or "--threads" or "--jobs")
        {
            return One(random, "4", "2", "1", "0", "-1", "4,3", "a", "", "1e3", "4,,3", "99999999999");
        }

        return random.Next(8) switch
        {
            0 => One(random, Texts),
            1 => One(random, Names),
            2 => new string('a', random.Next(5000)),
            _ => One(random, Pool(kind)),
        };
    }

    private static string[] Pool(string kind) =>
        kind switch
        {
            "N" => Whole,
            "X" => Numbers,
            "SEEDS" => SeedTexts,
            "KEY=VALUE" => Conditions,
            "PATH=VALUE" => Settings,
            "NAME" or "KEY" or "AGENT" or "environment" or "version" => Names,
            _ when kind.Contains(',', StringComparison.Ordinal) => Lists,
            _ => Places,
        };

    private static string One(Random random, params string[] pool) => pool[random.Next(pool.Length)];
}
