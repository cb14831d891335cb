using System.Text.Json.Nodes;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;

namespace Hebb.Lab.Tests.Runs;

/// <summary>What a record says is what was written: a changed one is no record.</summary>
public sealed class SealedRecordTests : IDisposable
{
    private static readonly AgentPlan Plan = ToyRuns.Plan(steps: 1500);

    private readonly TemporaryDirectory _temporary = new();

    private string Folder => System.IO.Path.Combine(_temporary.New(), "toy", "seed-3");

    private string Path => System.IO.Path.Combine(Folder, RunFolder.RecordName);

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Nothing_in_it_can_be_changed()
    {
        ToyRuns.Play(Plan, Folder);
        var content = File.ReadAllText(Path);
        foreach (var (name, value) in JsonNode.Parse(content)!.AsObject())
        {
            JsonObject record = JsonNode.Parse(content)!.AsObject();
            record[name] = Changed(value);
            File.WriteAllText(Path, record.ToJsonString());
            Assert.StartsWith(
                $"{Path} is not the record of a run (",
                Assert.Throws<RecordException>(() => RunFolder.ReadRecord(Folder)).Message,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("last100", 499.5)]
    [InlineData("episodes", 7)]
    public void Better_numbers_are_damage_with_its_reason(string name, double value)
    {
        ToyRuns.Play(Plan, Folder);
        JsonObject record = JsonNode.Parse(File.ReadAllText(Path))!.AsObject();
        record[name] = value;
        File.WriteAllText(Path, record.ToJsonString());
        new SyntheticRun().Write(_temporary.New());
        RunCatalogue catalogue = RunCatalogue.Read([_temporary.New()], "nowhere");
        Assert.Single(catalogue.Runs);
        Assert.Contains(
            $"it was changed after it was written: its seal is {((string)record[RecordSeal.Field]!)[..12]}, that of its contents ",
            Assert.Single(catalogue.Damaged).Reason,
            StringComparison.Ordinal
        );
        Assert.Throws<RecordException>(() => ToyRuns.Play(Plan, Folder));
        Assert.Throws<RecordException>(() => KeptAgent.Open(Folder));
    }

    [Fact]
    public void Blanks_and_the_order_of_fields_may_change()
    {
        RunRecord written = ToyRuns.Play(Plan, Folder);
        var fields = JsonNode.Parse(File.ReadAllText(Path))!.AsObject();
        var reordered = new JsonObject(
            fields.Reverse().Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))
        );
        File.WriteAllText(Path, reordered.ToJsonString());
        Assert.Equal(written.Last100, RunFolder.ReadRecord(Folder)!.Last100);
    }

    // The checkpoint knows all that the record says, and has a checksum of its own.
    [Fact]
    public void A_record_of_the_version_before_is_written_anew_from_the_checkpoint()
    {
        ToyRuns.Play(Plan, Folder);
        var outcome = ToyRuns.Outcome(Folder);
        JsonObject before = JsonNode.Parse(File.ReadAllText(Path))!.AsObject();
        JsonObject older = before.DeepClone().AsObject();
        older.Remove(RecordSeal.Field);
        older["formatVersion"] = 2;
        older["last100"] = 499.5;
        File.WriteAllText(Path, older.ToJsonString());
        Assert.Contains(
            "its format version is 2, not 3",
            Assert.Throws<RecordException>(() => RunFolder.ReadRecord(Folder)).Message,
            StringComparison.Ordinal
        );

        ToyRuns.Play(Plan, Folder);
        Assert.Equal(outcome, ToyRuns.Outcome(Folder));
        JsonObject after = JsonNode.Parse(File.ReadAllText(Path))!.AsObject();
        foreach (var name in (string[])["seconds", "microsecondsPerStep", "updated", RecordSeal.Field])
        {
            before.Remove(name);
            after.Remove(name);
        }

        Assert.Equal(before.ToJsonString(), after.ToJsonString(), ignoreCase: false);

        // Without a checkpoint nobody knows whether it is right.
        File.WriteAllText(Path, older.ToJsonString());
        File.Delete(RunFolder.CheckpointPath(Folder));
        Assert.Throws<RecordException>(() => ToyRuns.Play(Plan, Folder));
    }

    private static JsonNode? Changed(JsonNode? value) =>
        value switch
        {
            null => JsonValue.Create(1),
            JsonArray all => new JsonArray([.. all.Skip(1).Select(one => one?.DeepClone())]),
            JsonObject => null,
            _ when value.GetValueKind() is System.Text.Json.JsonValueKind.Number => JsonValue.Create((double)value + 1),
            _ when value.GetValueKind() is System.Text.Json.JsonValueKind.String => JsonValue.Create($"{value}1"),
            _ => JsonValue.Create(!(bool)value),
        };
}
