using Hebb.Agents;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Files;
using Hebb.Lab.Records;
using Hebb.Lab.Runs;
using Hebb.Lab.Training;
using Hebb.Report;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>The runs of Figure 4: every method plays CartPole-v0 from every seed.</summary>
public static class ReportExperiment
{
    private const string File = "figure4.json";
    private const string AgentPath = "agent.name";
    private const string EpisodesPath = "budget.episodes";
    private const string StepsPath = "budget.steps";

    /// <summary>Prepares the runs, <c>runs/METHOD/seed-N</c>, and finds out which of them are already done.</summary>
    /// <param name="directory">Where they are, with their configuration.</param>
    /// <exception cref="RecordException">A finished run cannot be read, or one that is not is being played.</exception>
    public static TrainingExperiment Prepare(ConfiguredDirectory<Figure4Options> directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        Figure4Options options = directory.Configuration;
        (AgentPlan Plan, string Method)[] plans =
        [
            .. options.Methods.Select(method => (PlanOf(method, options), method.Name)),
        ];
        string NameOf(AgentPlan plan) => Array.Find(plans, known => ReferenceEquals(known.Plan, plan)).Method;
        return new TrainingExperiment(
            [.. plans.Select(known => known.Plan)],
            options.Seeds.Values,
            (plan, seed) => directory.PathOf("runs", NameOf(plan), RunFolder.NameOf(seed)),
            NameOf
        )
        {
            // The catalogue ends with the slow methods. Begun first, they keep no thread waiting at the end.
            BeginsWithLast = true,
        };
    }

    // As the experiment's file describes it; what is in no catalogue, in the same environment.
    private static AgentPlan PlanOf(Figure4Method method, Figure4Options options)
    {
        var experiment = ExperimentFile.Own(File, [(EpisodesPath, options.Episodes)]);
        if (method.Agent is null)
        {
            return OfReport(method.Report!, experiment);
        }

        (string Path, JsonNode? Value)[] trial =
        [
            .. experiment
                .Sweep!.Trials()
                .Single(values => values.Any(value => value.Path is AgentPath && $"{value.Value}" == method.Agent))
                .Select(value => value.Path is StepsPath ? (StepsPath, options.StepsOf((long)value.Value!)) : value),
        ];
        return AgentPlan.Of((AgentConfiguration)experiment.Resolve(trial));
    }

    private static AgentPlan OfReport(ReportMethod method, ExperimentFile experiment) =>
        AgentPlan.Of(experiment.AgentConfiguration) with
        {
            Agent = new AgentEntry(method.Name, method.Title, method.Rule, task => Create(method, task)),
            CreateAgent = task => Create(method, task),
            Configuration = null,
            Hash = "",
        };

    private static OneEnvironmentAgent Create(ReportMethod method, AgentTask task) => new(method.Create(task.Seed));
}
