using System.Text.Json.Nodes;
using Hebb.Lab.Catalogue;

namespace Hebb.Lab.Tests.Records;

public sealed class RecordFileTests : IDisposable
{
    private static readonly JsonNode?[] Values =
    [
        null,
        JsonValue.Create("x"),
        JsonValue.Create(1.5),
        JsonValue.Create(-3),
        JsonValue.Create(true),
        new JsonArray(1),
        new JsonObject { ["x"] = 1 },
    ];

    private readonly TemporaryDirectory _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void What_is_of_another_kind_is_told_without_names_of_types()
    {
        var store = _temporary.New("store");
        var record = Path.Combine(new SyntheticRun().Write(store, withEpisodes: false), "run.json");
        JsonObject right = JsonNode.Parse(File.ReadAllText(record))!.AsObject();
        var reasons = new List<string>();
        foreach ((var name, _) in right)
        {
            foreach (JsonNode? value in Values)
            {
                JsonObject wrong = (JsonObject)right.DeepClone();
                wrong[name] = value?.DeepClone();
                reasons.AddRange(Reasons(wrong));
            }

            JsonObject less = (JsonObject)right.DeepClone();
            less.Remove(name);
            reasons.AddRange(Reasons(less));
        }

        reasons.AddRange(Reasons(new JsonArray(right)));
        Assert.True(reasons.Count > 50, $"{reasons.Count} reasons");
        Assert.All(
            reasons,
            reason => Assert.DoesNotMatch(@"System\.|Hebb\.|`|Nullable|Int32|JSON deserialization", reason)
        );
        Assert.Contains(
            reasons,
            reason => reason.StartsWith("seed is of another kind than this program writes", StringComparison.Ordinal)
        );
        Assert.Contains(reasons, reason => reason.StartsWith("without 'seed'", StringComparison.Ordinal));
        Assert.Contains(
            reasons,
            reason =>
                reason.StartsWith("all of it is of another kind than this program writes", StringComparison.Ordinal)
        );

        IEnumerable<string> Reasons(JsonNode content)
        {
            File.WriteAllText(record, content.ToJsonString());
            return RunCatalogue.Read([store], store).Damaged.Select(run => run.Reason);
        }
    }
}
