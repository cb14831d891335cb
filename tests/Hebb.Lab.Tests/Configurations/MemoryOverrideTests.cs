using System.Text.Json.Nodes;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;

namespace Hebb.Lab.Tests.Configurations;

/// <summary>Memories are parts that an agent need not have: they are set by their paths, and what has none is called as before there were any.</summary>
public sealed class MemoryOverrideTests
{
    [Fact]
    public void A_path_into_memories_gives_them_to_an_agent_that_has_none()
    {
        AgentConfiguration plain = Resolve("ppo-ep");
        Assert.Null(plain.Json["agent"]!["memory"]);
        AgentConfiguration given = Resolve("ppo-ep", ("agent.memory.latches.units", 16));
        JsonNode memory = given.Json["agent"]!["memory"]!;
        Assert.Equal(16, (int)memory["latches"]!["units"]!);

        // The rest of the part is as usual, and other parts are still left out.
        Assert.Equal(2, (double)memory["latches"]!["leastSelfWeight"]!);
        Assert.Null(memory["reservoir"]);
        var settings = (JsonObject)JsonNode.Parse(given.Json.ToJsonString())!;
        Assert.Equal(given.Hash, RunConfiguration.Read(settings).Hash);
        Assert.True(given.CreateAgent(1).IsFinite);
    }

    [Fact]
    public void Memories_are_in_the_hash_and_none_are_not()
    {
        AgentConfiguration plain = Resolve("ppo-ep");
        Assert.Equal(plain.Hash, Resolve("ppo-ep", ("agent.memory", null)).Hash);
        Assert.NotEqual(plain.Hash, Resolve("ppo-ep", ("agent.memory.latches.units", 16)).Hash, StringComparer.Ordinal);

        // As it was when no agent had this setting, in an environment without options, which are left out where they are usual.
        plain = ExperimentFile.Of("ppo-ep", "CartPole-v1").AgentConfiguration;
        var before = (JsonObject)plain.Json.DeepClone();
        Assert.True(before.Remove("name"));
        Assert.True(((JsonObject)before["agent"]!).Remove("memory"));
        Assert.Equal(ConfigurationHash.Of(before), plain.Hash);
    }

    [Fact]
    public void A_part_is_left_out_by_null()
    {
        AgentConfiguration without = Resolve("memory-ep", ("agent.memory.latches", null));
        JsonNode memory = without.Json["agent"]!["memory"]!;
        Assert.Null(memory["latches"]);
        Assert.NotNull(memory["reservoir"]);
        Assert.NotEqual(Resolve("memory-ep").Hash, without.Hash, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("ppo-ep", "agent.memory.latches.unit", "16", "agent.memory.latches.unit: no such setting")]
    [InlineData(
        "ppo-ep",
        "agent.memory.latch.units",
        "16",
        "agent.memory.latch: no such setting; did you mean latches?"
    )]
    [InlineData("ppo-ep", "agent.memory.latches.units", "0", "agent.memory.latches.units: 0; ")]
    [InlineData("ppo-ep", "agent.memory.latches.units", "\"many\"", "agent.memory.latches.units: ")]
    [InlineData(
        "ppo-ep",
        "agent.memory.latches.greatestSelfWeight",
        "1",
        "agent.memory.latches.greatestSelfWeight: 1; "
    )]
    [InlineData("ppo-ep", "agent.memory.gates.units", "4", "agent.memory.gates.learns: true; false is needed")]
    [InlineData("ppo-ep", "agent.memory.context.units", "4", "agent.memory.context: given; null is needed")]
    [InlineData("gru", "agent.memory.latches.units", "16", "agent.memory.latches.units: no such setting")]
    public void What_is_wrong_is_refused_in_a_line(string agent, string path, string value, string expected)
    {
        RecordException refused = Assert.Throws<RecordException>(() =>
            Resolve(agent, (path, JsonNode.Parse(value))).CreateAgent(1)
        );
        Assert.StartsWith(expected, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private static AgentConfiguration Resolve(string agent, params (string Path, JsonNode? Value)[] values) =>
        ExperimentFile.Of(agent, "TMaze-v0", values).AgentConfiguration;
}
