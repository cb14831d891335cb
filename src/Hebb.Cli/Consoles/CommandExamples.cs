using System.Collections.Frozen;

namespace Hebb.Cli.Consoles;

/// <summary>Command lines that help shows at its end, by the command that they are examples of.</summary>
internal static class CommandExamples
{
    /// <summary>All of them, each beginning with the name of the program.</summary>
    public static FrozenDictionary<string, string[]> All { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["hebb"] = ["hebb reproduce figure4", "hebb train ppo-ep --env CartPole-v1 --seeds 0..4", "hebb doctor"],
            ["hebb train"] =
            [
                "hebb train ppo-ep --env CartPole-v1 --seeds 0..4",
                "hebb train reward-ep --env CartPole-v0 --steps 20000 --set agent.traceDecay=0.9",
                "hebb train experiments/supervised.json",
            ],
            ["hebb sweep"] =
            [
                "hebb sweep experiments/ppo-ep-sweep.json --jobs 2",
                "hebb sweep experiments/ppo-ep-sweep.json --trials 20 --seeds 0..2",
            ],
            ["hebb config"] = ["hebb config new ppo-ep --out my.json", "hebb config check my.json"],
            ["hebb config new"] =
            [
                "hebb config new ppo-ep --env Acrobot-v1 --out acrobot.json",
                "hebb config new supervised --out images.json",
            ],
            ["hebb config check"] = ["hebb config check experiments/supervised.json"],
            ["hebb config show"] = ["hebb config show experiments/supervised.json"],
            ["hebb config schema"] = ["hebb config schema"],
            ["hebb runs"] = ["hebb runs", "hebb runs --group --filter agent=ppo-ep --sort last100 --descending"],
            ["hebb compare"] =
            [
                "hebb compare results/runs --baseline ppo",
                "hebb compare ppo-ep-CartPole-v1 ppo-CartPole-v1",
            ],
            ["hebb plot"] =
            [
                "hebb plot results/runs --out curves.png",
                "hebb plot ppo-ep-CartPole-v1 --y losses/entropy --smooth 20 --out entropy.svg",
            ],
            ["hebb sensitivity"] = ["hebb sensitivity results/runs/ppo-sweep"],
            ["hebb eval"] =
            [
                "hebb eval ppo-ep-CartPole-v1 --episodes 100",
                "hebb eval results/runs --filter seed=0 --sampled",
            ],
            ["hebb enjoy"] = ["hebb enjoy ppo-ep --env CartPole-v1", "hebb enjoy ppo-ep-CartPole-v1 --live"],
            ["hebb play"] = ["hebb play openlock"],
            ["hebb play openlock"] = ["hebb play openlock", "hebb play openlock --scenario CE4 --trial 7"],
            ["hebb export"] =
            [
                "hebb export results/runs --to runs.parquet",
                "hebb export ppo-ep-CartPole-v1 --filter seed=0 --to policy.safetensors",
            ],
            ["hebb reproduce"] = ["hebb reproduce figure4", "hebb reproduce benchmark --envs CartPole-v1"],
            ["hebb reproduce figure4"] =
            [
                "hebb reproduce figure4",
                "hebb reproduce figure4 --methods reward-ep-as-published,reward-ep --seeds 0..4",
            ],
            ["hebb reproduce benchmark"] =
            [
                "hebb reproduce benchmark",
                "hebb reproduce benchmark --agents ppo-ep,ppo --envs CartPole-v1 --seeds 1000..1004",
            ],
            ["hebb reproduce ablation"] = ["hebb reproduce ablation --studies reward --seeds 0..2 --steps 20000"],
            ["hebb reproduce openlock"] =
            [
                "hebb reproduce openlock --learners causal,pruning --seeds 0..99",
                "hebb reproduce openlock --iterations 10 --seeds 0..3",
            ],
            ["hebb reproduce memory"] =
            [
                "hebb reproduce memory --tasks t-maze-50 --seeds 0..3",
                "hebb reproduce memory --learners memory-ep,no-latches,gru",
            ],
            ["hebb reproduce rooms"] = ["hebb reproduce rooms --trainings random-3 --seeds 0..3"],
            ["hebb reproduce chains"] = ["hebb reproduce chains --steps 4 --seeds 0..2"],
            ["hebb supervised"] =
            [
                "hebb supervised --epochs 10",
                "hebb supervised --estimator holomorphic --hidden 256 --examples 6000",
            ],
            ["hebb check"] = ["hebb check gradients --networks 1", "hebb check landscape"],
            ["hebb check gradients"] =
            [
                "hebb check gradients --networks 1",
                "hebb check gradients --estimators symmetric,one-sided --topologies two-hidden --betas 0.01,0.1,1",
            ],
            ["hebb check landscape"] = ["hebb check landscape --depths 1,2,3 --feedbacks 0.1,1"],
            ["hebb env"] = ["hebb env list", "hebb env draw CartPole-v1 --out cart.png"],
            ["hebb env list"] = ["hebb env list"],
            ["hebb env draw"] = ["hebb env draw CartPole-v1", "hebb env draw MountainCar-v0 --out car.png"],
            ["hebb env replay"] = ["hebb env replay CartPole-v1 --seed 42 --actions actions.txt"],
            ["hebb list"] = ["hebb list", "hebb list agents"],
            ["hebb completion"] = ["hebb completion bash", "hebb completion fish"],
            ["hebb doctor"] = ["hebb doctor"],
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
