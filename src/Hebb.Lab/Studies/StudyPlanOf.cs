using Hebb.Lab.Runs;
using Hebb.Lab.Runs.Progress;

namespace Hebb.Lab.Studies;

/// <summary>The runs or measurements of a study, ready to be made.</summary>
/// <typeparam name="TFindings">What is found.</typeparam>
/// <param name="Progress">How far they have come.</param>
/// <param name="Run">Makes them, as many at a time as it is told; that number changes no result.</param>
/// <param name="Directory">What holds the directory until the results are written; null where nothing holds it.</param>
public sealed record StudyPlan<TFindings>(
    WorkProgress Progress,
    Func<int, CancellationToken, TFindings> Run,
    IDisposable? Directory = null
);
