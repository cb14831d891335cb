using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Hebb.Lab.Records;

namespace Hebb.Lab.Tests.Records;

public sealed class RecordSealTests
{
    [Fact]
    public void It_is_the_hash_of_the_sorted_text_without_blanks_and_without_itself()
    {
        const string sorted = """{"a":[1,2.50,{"x":null}],"b":"\u00E4","c":true}""";
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sorted))),
            Of("""{ "c": true, "seal": "0", "b": "ä", "a": [ 1, 2.50, { "x": null } ] }"""),
            ignoreCase: false
        );
    }

    [Fact]
    public void A_seal_of_a_part_is_a_field_like_others() =>
        Assert.NotEqual(Of("""{"a":{"seal":1}}"""), Of("""{"a":{}}"""), StringComparer.Ordinal);

    [Fact]
    public void Any_other_value_gives_another_seal() =>
        Gen.Select(Gen.Double.Where(double.IsFinite), Gen.Double.Where(double.IsFinite), Gen.String.AlphaNumeric)
            .Sample(
                (one, other, name) =>
                {
                    var record = new JsonObject { ["x"] = one, ["name" + name] = name };
                    var changed = new JsonObject { ["name" + name] = name, ["x"] = other };
                    return string.Equals(Seal(record), Seal(changed), StringComparison.Ordinal)
                        == (record["x"]!.ToJsonString() == changed["x"]!.ToJsonString());
                },
                seed: "0000KOIPe036",
                iter: 200
            );

    private static string Seal(JsonObject record) => RecordSeal.Of(JsonSerializer.SerializeToElement(record));

    private static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return RecordSeal.Of(document.RootElement);
    }
}
