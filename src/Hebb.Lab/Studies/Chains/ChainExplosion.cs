using Hebb.Lab.Runs.Progress;

namespace Hebb.Lab.Studies.Chains;

/// <summary>
/// Measures how memory and time of a causal learner grow with the steps of its chains, where they are listed and where they are
/// factored.
/// </summary>
internal static class ChainExplosion
{
    // Long enough to have every way through the code compiled.
    private const int WarmUpSteps = 2;
    private const ulong WarmUpSeed = 0;

    /// <summary>Measures everything, one after another on one thread: clock and heap are shared.</summary>
    /// <returns>A finding for each subject and form, in their order.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<ChainFinding> Run(
        ChainsOptions options,
        MeasurementProgress? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        (ChainSubject Subject, ChainForm Form)[] cases =
        [
            .. options.Subjects.SelectMany(subject => ChainForm.All.Select(form => (subject, form))),
        ];
        progress?.Total = cases.Count(one => one.Form.CanHold(one.Subject.Space)) * options.Seeds.Count;
        foreach (ChainForm form in ChainForm.All)
        {
            _ = Measure(ChainSubject.OfRow(WarmUpSteps), form, WarmUpSeed, options, cancellation);
        }

        var findings = new List<ChainFinding>();
        foreach ((ChainSubject subject, ChainForm form) in cases)
        {
            var measurements = new List<ChainMeasurement>();
            foreach (var seed in form.CanHold(subject.Space) ? options.Seeds.Values : [])
            {
                measurements.Add(Measure(subject, form, seed, options, cancellation));
                progress?.Measured();
            }

            findings.Add(new(subject, form, [.. measurements]));
        }

        return findings;
    }

    private static ChainMeasurement Measure(
        ChainSubject subject,
        ChainForm form,
        ulong seed,
        ChainsOptions options,
        CancellationToken cancellation
    ) =>
        ChainTrials.Measure(
            subject,
            form,
            seed,
            form.IsListed && subject.Space.Counts.Valid > ChainsOptions.LongList
                ? options.ListedAttempts
                : ChainsOptions.AttemptLimit,
            cancellation
        );
}
