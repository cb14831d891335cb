using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hebb.Lab.Records;

namespace Hebb.Tests.Shared;

/// <summary>A run that nobody played, laid out as real ones are: its returns rise to a level, with noise, in episodes that last as long.</summary>
internal sealed record SyntheticRun
{
    public string Name { get; init; } = "ppo-ep-CartPole-v1";
    public string Agent { get; init; } = "ppo-ep";
    public string Environment { get; init; } = "CartPole-v1";
    public long Seed { get; init; }
    public long Steps { get; init; } = 20_000;
    public double Level { get; init; } = 400;
    public string Status { get; init; } = "finished";
    public double Progress { get; init; } = 1;
    public long? DivergedAt { get; init; }
    public bool Collapsed { get; init; }
    public string? Failure { get; init; }

    /// <summary>Settings that differ from the usual ones, by dotted path.</summary>
    public JsonObject Settings { get; init; } = [];

    /// <summary>The configuration, with every setting.</summary>
    public JsonObject Configuration()
    {
        var configuration = new JsonObject
        {
            ["name"] = Name,
            ["environment"] = new JsonObject
            {
                ["name"] = Environment,
                ["edition"] = "gymnasium",
                ["stepLimit"] = 500,
                ["observationCentres"] = new JsonArray(0, 0, 0, 0),
                ["seeding"] = "spawned",
            },
            ["agent"] = new JsonObject
            {
                ["name"] = Agent,
                ["environments"] = 8,
                ["learningRate"] = 0.003,
                ["actor"] = new JsonObject
                {
                    ["hidden"] = new JsonArray(64),
                    ["activation"] = "tanh",
                    ["beta"] = 0.2,
                },
                ["critic"] = new JsonObject
                {
                    ["hidden"] = new JsonArray(64),
                    ["activation"] = "tanh",
                    ["beta"] = 0.5,
                },
            },
            ["budget"] = new JsonObject { ["steps"] = Steps },
            ["evaluation"] = new JsonObject { ["episodes"] = 20, ["every"] = 0 },
            ["diagnostics"] = false,
        };
        foreach ((string path, JsonNode? value) in Settings)
        {
            string[] parts = path.Split('.');
            JsonObject at = configuration;
            foreach (string part in parts[..^1])
            {
                at = at[part]!.AsObject();
            }

            at[parts[^1]] = value!.DeepClone();
        }

        return configuration;
    }

    /// <summary>A hash of the configuration without its name.</summary>
    public string Hash
    {
        get
        {
            JsonObject configuration = Configuration();
            configuration.Remove("name");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(configuration.ToJsonString())))[
                ..12
            ];
        }
    }

    /// <summary>The name of the folder that its seeds share.</summary>
    public string Folder => $"{Name}-{Hash}";

    /// <summary>Writes it into a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="withEpisodes">Whether its episodes are written too.</param>
    /// <returns>The folder of the run.</returns>
    public string Write(string store, bool withEpisodes = true)
    {
        string folder = Path.Combine(store, Folder, string.Create(CultureInfo.InvariantCulture, $"seed-{Seed}"));
        Directory.CreateDirectory(folder);
        List<(double Return, int Length, long Steps)> episodes = Episodes();
        if (withEpisodes)
        {
            WriteEpisodes(Path.Combine(folder, "episodes.csv"), episodes);
        }

        File.WriteAllText(Path.Combine(folder, "run.json"), Sealed(Record(episodes)));
        return folder;
    }

    /// <summary>The text of a record with the seal of what it says.</summary>
    public static string Sealed(JsonNode record)
    {
        record[RecordSeal.Field] = RecordSeal.Of(JsonSerializer.SerializeToElement(record));
        return record.ToJsonString();
    }

    private void WriteEpisodes(string path, List<(double Return, int Length, long Steps)> episodes)
    {
        var text = new StringBuilder(
            $"#{{\"t_start\":1700000000.5,\"env_id\":\"{Environment}\"}}\nr,l,t,env_steps,entropy,residual\n"
        );
        foreach ((int place, (double value, int length, long steps)) in episodes.Index())
        {
            double entropy = 0.69 * Math.Exp(-steps / (0.6 * Steps));
            string residual = place % 3 == 0 ? FormattableString.Invariant($"{1e-4 * (1 + (place % 7)):R}") : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"{value:R},{length},{steps * 1.1e-5:0.######},{steps},{entropy:R},{residual}\n"
            );
        }

        File.WriteAllText(path, text.ToString());
    }

    private JsonObject Record(List<(double Return, int Length, long Steps)> episodes)
    {
        double[] returns = [.. episodes.Select(episode => episode.Return)];
        double? Mean(int end) => returns[Math.Max(0, end - 100)..end] is { Length: > 0 } last ? last.Average() : null;
        int[] full = [.. Enumerable.Range(100, Math.Max(0, returns.Length - 99))];
        int solved = full.FirstOrDefault(end => Mean(end) >= 475);
        long taken = (long)(Progress * Steps);
        return new JsonObject
        {
            ["formatVersion"] = 3,
            ["agent"] = Agent,
            ["environment"] = Environment,
            ["seed"] = Seed,
            ["steps"] = Steps,
            ["stepsTaken"] = taken,
            ["episodes"] = returns.Length,
            ["solvedAt"] = solved > 0 ? episodes[solved - 1].Steps : null,
            ["last100"] = Mean(returns.Length),
            ["greedyReturns"] = Status == "finished" ? new JsonArray(Level, Level + 1) : null,
            ["seconds"] = taken * 1.1e-5,
            ["microsecondsPerStep"] = 11.0 + (Seed % 5),
            ["divergedAt"] = DivergedAt,
            ["experiment"] = Name,
            ["hash"] = Hash,
            ["status"] = Status,
            ["best100"] = full.Length > 0 ? full.Max(end => Mean(end)) : null,
            ["solvedAtEpisode"] = solved > 0 ? solved : null,
            ["collapsed"] = Collapsed,
            ["failure"] = Failure,
            ["begun"] = "2026-03-01T12:00:00+00:00",
            ["updated"] = "2026-03-01T12:01:00+00:00",
            ["program"] = "0.1.0",
            ["machine"] = "a test",
            ["configuration"] = Configuration(),
            ["files"] = new JsonArray(),
        };
    }

    private List<(double Return, int Length, long Steps)> Episodes()
    {
        var random = new Random(HashCode.Of(Hash, (int)(Seed % int.MaxValue)));
        var episodes = new List<(double, int, long)>();
        double speed = 0.15 + (0.25 * random.NextDouble());
        double height = Level * (0.8 + (0.25 * random.NextDouble()));
        long steps = 0;
        while (true)
        {
            double rise = 1 - Math.Exp(-steps / (speed * Steps));
            double lost = Collapsed ? Math.Clamp(2.2 - (3.0 * steps / Steps), 0, 1) : 1;
            double good = Math.Clamp((20 + (height * rise * lost)) * Math.Exp(0.25 * Normal(random)), 9, 500);
            int length = (int)(Environment.StartsWith("CartPole", StringComparison.Ordinal) ? good : 500 - good + 60);
            steps += length;
            if (steps > Progress * Steps)
            {
                return episodes;
            }

            episodes.Add(
                (Environment.StartsWith("CartPole", StringComparison.Ordinal) ? length : -length, length, steps)
            );
        }
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    // Not the framework's, which differs from process to process.
    private static class HashCode
    {
        public static int Of(string text, int seed) =>
            text.Aggregate(17 + seed, (code, sign) => unchecked((code * 31) + sign));
    }
}
