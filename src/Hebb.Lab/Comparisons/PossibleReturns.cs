using System.Text.Json.Nodes;
using Hebb.Environments;
using Hebb.Lab.Catalogue;
using Hebb.Lab.Configurations;
using Hebb.Lab.Configurations.Settings;

namespace Hebb.Lab.Comparisons;

/// <summary>The returns that are possible in the environment of a run, by its rules.</summary>
public static class PossibleReturns
{
    /// <summary>The range of a run's environment; null where its rules are not known.</summary>
    /// <param name="run">The run; its settings may hold another limit of steps than the usual one.</param>
    public static ReturnRange? Of(CataloguedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
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

    private static object? OptionsOf(EnvironmentEntry entry, CataloguedRun run) =>
        entry.Options is { } options
        && run.Record.Configuration?[ConfigurationJson.Environment]?[ConfigurationJson.Options] is JsonObject given
            ? new SettingsFile(run.Catalogues).ReadUnchecked(options.Standard, given, ConfigurationJson.Options)
            : null;
}
