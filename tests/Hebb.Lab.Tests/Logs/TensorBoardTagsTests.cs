using System.Collections.Immutable;
using Hebb.Agents;
using Hebb.Agents.Diagnostics;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;

namespace Hebb.Lab.Tests.Logs;

public sealed class TensorBoardTagsTests
{
    [Theory]
    [InlineData("actor_cost", "losses/policy_loss")]
    [InlineData("critic_cost", "losses/value_loss")]
    [InlineData("entropy", "losses/entropy")]
    [InlineData("temporal_difference_cost", "losses/td_loss")]
    [InlineData("value", "losses/q_values")]
    [InlineData("approximate_kl", "losses/approx_kl")]
    [InlineData("clip_fraction", "losses/clipfrac")]
    [InlineData("actor_free_sweeps", "hebb/actor_free_sweeps")]
    public void Diagnostics_have_the_fields_tags(string name, string tag) =>
        Assert.Equal(tag, TensorBoardTags.Of(name));

    [Theory]
    [InlineData("r", "r")]
    [InlineData("charts/episodic_return", "r")]
    [InlineData("episodic_length", "l")]
    [InlineData("losses/entropy", "entropy")]
    [InlineData("hebb/residual", "residual")]
    [InlineData("eval/mean_reward", null)]
    public void Tags_mean_columns(string name, string? column) =>
        Assert.Equal(column, TensorBoardTags.FindColumn(name, ["r", "l", "entropy", "residual"]));

    [Theory]
    [InlineData("eval/mean_reward", "eval/mean_reward")]
    [InlineData("mean_reward", "eval/mean_reward")]
    [InlineData("eval", "eval/mean_reward")]
    [InlineData("SPS", "charts/SPS")]
    [InlineData("charts", null)]
    [InlineData("mean", null)]
    public void Parts_mean_tags(string name, string? tag) =>
        Assert.Equal(tag, TensorBoardTags.Find(name, ["charts/SPS", "charts/other", "eval/mean_reward"]));

    [Fact]
    public void Every_agent_of_the_catalogue_can_be_told_apart_by_tags()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (AgentEntry entry in CatalogueSet.Standard.Agents)
        {
            IEnvironment environment = CatalogueSet.Standard.CreateEnvironment(entry, "CartPole-v0");
            IParallelAgent agent = entry.Create(new AgentTask(environment.Specification, 1000, 1));
            ImmutableArray<string> names = (agent as IDiagnosed)?.DiagnosticNames ?? [];
            _ = new ScalarTags([
                TensorBoardTags.EpisodicReturn,
                TensorBoardTags.EpisodicLength,
                TensorBoardTags.StepsPerSecond,
                TensorBoardTags.MeanReward,
                .. names.Select(TensorBoardTags.Of),
            ]);
            seen.UnionWith(names);
        }

        // Nothing in the catalogue of tags is a name that no agent has, but what agents are still to tell.
        Assert.Empty(
            TensorBoardTags.NamedDiagnostics.Where(name =>
                !seen.Contains(name) && name is not ("approximate_kl" or "clip_fraction")
            )
        );
    }
}
