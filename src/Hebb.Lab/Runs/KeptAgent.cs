using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Lab.Checkpoints;
using Hebb.Lab.Configurations;

namespace Hebb.Lab.Runs;

/// <summary>The agent of a run as it is at the run's last checkpoint.</summary>
/// <param name="Plan">What the run plays.</param>
/// <param name="Record">What is known of the run.</param>
/// <param name="Steps">The environment steps that the agent has learned for.</param>
/// <param name="Agent">The agent, used by no one else.</param>
public sealed record KeptAgent(AgentPlan Plan, RunRecord Record, long Steps, IParallelAgent Agent)
{
    /// <summary>Agent, environment and seed in words, and how far it has learned where the run is not finished.</summary>
    public string Title =>
        FormattableString.Invariant(
            $"{Plan.Agent.Name} in {Plan.Environment}, seed {Record.Seed}{(Record.Status is RunStatus.Finished ? "" : $", after {Steps:N0} steps")}"
        );

    /// <summary>Takes the agent out of the folder of a run, which may be under way.</summary>
    /// <param name="catalogues">What the names of its configuration mean; null for <see cref="CatalogueSet.Standard"/>.</param>
    /// <exception cref="RecordException">
    /// It is no folder of a run, has no checkpoint yet, is damaged, or its agent is none that a file can describe.
    /// </exception>
    public static KeptAgent Open(string folder, CatalogueSet? catalogues = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        RunRecord record =
            RunFolder.ReadRecord(folder)
            ?? throw new RecordException($"{folder} is no folder of a run: it has no {RunFolder.RecordName}");
        if (record.Configuration is null)
        {
            throw new RecordException(
                $"{folder}: its agent {record.Agent} was made by the program, and no file can describe it"
            );
        }

        var plan = AgentPlan.Of(Configuration(folder, record, catalogues));
        Checkpoint checkpoint =
            RunFolder.ReadCheckpoint(folder, plan.Identity(record.Seed))
            ?? throw new RecordException(
                record.Status is RunStatus.Finished
                    ? $"{RunFolder.CheckpointPath(folder)} is missing; delete {folder} to repeat the run"
                    : $"{folder} has no checkpoint yet: wait for its first one"
            );
        var state = new ActiveRun(plan, record.Seed);
        RunFolder.Restore(folder, checkpoint, state);
        if (record.Status is RunStatus.Finished && state.Loop.Steps != record.StepsTaken)
        {
            throw new RecordException(
                $"{RunFolder.CheckpointPath(folder)} is of {state.Loop.Steps} steps, {RunFolder.RecordName} of {record.StepsTaken}; delete {folder} to repeat the run"
            );
        }

        return new KeptAgent(plan, record, state.Loop.Steps, state.Agent);
    }

    private static AgentConfiguration Configuration(string folder, RunRecord record, CatalogueSet? catalogues)
    {
        try
        {
            return RunConfiguration.Read(record.Configuration!, catalogues) as AgentConfiguration
                ?? throw new RecordException("it is of supervised training; the run of an agent is needed");
        }
        catch (RecordException exception)
        {
            throw new RecordException($"{Path.Combine(folder, RunFolder.RecordName)}: {exception.Message}", exception);
        }
    }
}
