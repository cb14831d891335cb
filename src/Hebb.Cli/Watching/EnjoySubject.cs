using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Lab.Runs;

namespace Hebb.Cli.Watching;

/// <summary>Whom one watches.</summary>
/// <param name="Environment">An environment used by no one else, as the agent observes it.</param>
/// <param name="Title">Both in words, such as <c>ppo-ep in CartPole-v1, seed 0</c>.</param>
internal sealed record EnjoySubject(IParallelAgent Agent, IEnvironment Environment, string Title, ulong Seed)
{
    /// <summary>The agent of a run, as it is at its last checkpoint.</summary>
    /// <exception cref="RecordException">It is none that can be read.</exception>
    public static EnjoySubject OfRun(string folder, CatalogueSet catalogues)
    {
        var kept = KeptAgent.Open(folder, catalogues);
        return new EnjoySubject(kept.Agent, kept.Plan.CreateEnvironment(), kept.Title, kept.Record.Seed);
    }
}
