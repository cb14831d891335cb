using Hebb.Settings;

namespace Hebb.Report.Agents;

/// <summary>What a Q-learner of the report that settles is made of.</summary>
/// <typeparam name="T">The type of the constants of its settling.</typeparam>
/// <param name="Options">What the report's Q-learners have in common.</param>
/// <param name="Settling">How its units settle.</param>
public sealed record ReportDqnSettings<T>([property: SettingsPart("")] DqnOptions Options, T Settling)
    where T : class;
