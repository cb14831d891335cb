using Hebb.Configurations;
using Hebb.Environments;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Configurations;
using Hebb.Settings;

namespace Hebb.Lab.Comparisons;

/// <summary>The scores that are possible for a run: by the rules of its environment, or by what the score is.</summary>
internal static class PossibleReturns
{
    /// <summary>The range of a run's environment; null where its rules are not known.</summary>
    /// <param name="run">The run; its settings may hold another limit of steps than the usual one.</param>
    public static ReturnRange? Of(CataloguedRun run, ScoreMetric metric)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(metric);
        if (metric.MostSupervised is { } most)
        {
            return new ReturnRange(0, most);
        }

        if (run.Environment is not { } entry)
        {
            return null;
        }

        var steps = run.Settings.Find("environment.stepLimit")?.Number ?? entry.StepLimit;
        try
        {
            return entry.Returns((int)steps, OptionsOf(entry, run));
        }
        catch (SettingException)
        {
            // Options that are not known have rules that are not.
            return null;
        }
    }

    private static ISettings? OptionsOf(EnvironmentEntry entry, CataloguedRun run) =>
        entry.Options is { } options
        && run.Record.Configuration?[ConfigurationJson.Environment]?[ConfigurationJson.Options] is JsonObject given
            ? new SettingsFile(run.Catalogues).ReadUnchecked(options.Standard, given, ConfigurationJson.Options)
            : null;
}
