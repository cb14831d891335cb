using System.Text.Json.Nodes;

namespace Hebb.Tests.Shared;

/// <summary>A sweep that nobody ran: its scores depend strongly on one setting, weakly on another, and not at all on a third.</summary>
internal static class SyntheticSweep
{
    /// <summary>Writes it and its runs into a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="trials">How many trials.</param>
    /// <param name="seeds">How many seeds each.</param>
    /// <param name="isRandom">Whether learning rates are drawn at random instead of from a grid.</param>
    /// <returns>The folder of the sweep.</returns>
    public static string Write(string store, int trials, int seeds, bool isRandom = false)
    {
        var random = new Random(5);
        double[] rates = [1e-4, 3e-4, 1e-3, 3e-3, 1e-2];
        string[] activations = ["tanh", "hard-tanh", "hard-sigmoid"];
        var list = new JsonArray();
        for (int trial = 0; trial < trials; trial++)
        {
            double rate = isRandom ? Math.Pow(10, -4 + (2 * random.NextDouble())) : rates[trial % rates.Length];
            string activation = activations[trial / rates.Length % activations.Length];
            double beta = 0.05 * (1 + (trial / 15 % 4));
            double level =
                480 * Math.Exp(-Math.Pow(Math.Log10(rate) + 2.7, 2) / 0.5) * (activation == "tanh" ? 1 : 0.8);
            bool failed = trial % 11 == 10;
            bool stopped = !failed && trial % 7 == 6;
            SyntheticRun run = new()
            {
                Name = "rates",
                Level = level,
                Status =
                    failed ? "failed"
                    : stopped ? "stopped"
                    : "finished",
                Progress =
                    failed ? 0
                    : stopped ? 0.3
                    : 1,
                Failure = failed ? "NaN in the actor's weights" : null,
                DivergedAt = failed ? 0 : null,
                Settings = new JsonObject
                {
                    ["agent.learningRate"] = rate,
                    ["agent.actor.activation"] = activation,
                    ["agent.critic.beta"] = beta,
                },
            };
            for (int seed = 0; seed < seeds; seed++)
            {
                (run with { Seed = seed }).Write(store, withEpisodes: false);
            }

            list.Add(
                new JsonObject
                {
                    ["number"] = trial,
                    ["values"] = new JsonObject
                    {
                        ["agent.learningRate"] = rate,
                        ["agent.actor.activation"] = activation,
                        ["agent.critic.beta"] = beta,
                    },
                    ["run"] = run.Folder,
                    ["hash"] = run.Hash,
                    ["status"] = run.Status,
                    ["rung"] = 0,
                    ["score"] = failed ? null : level,
                }
            );
        }

        string folder = Path.Combine(store, "rates-sweep-0123456789ab");
        Directory.CreateDirectory(folder);
        var sweep = new JsonObject
        {
            ["formatVersion"] = 1,
            ["name"] = "rates",
            ["hash"] = "0123456789ab",
            ["seeds"] = $"0..{seeds - 1}",
            ["axes"] = new JsonArray("agent.critic.beta", "agent.learningRate", "agent.actor.activation"),
            ["trials"] = list,
        };
        File.WriteAllText(Path.Combine(folder, "sweep.json"), sweep.ToJsonString());
        return folder;
    }
}
