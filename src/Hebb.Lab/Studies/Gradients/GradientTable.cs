using Hebb.Lab.Studies.Gradients.Problems;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>
/// <c>gradients.csv</c>: one row for each measurement. Where the estimator has no strength <c>beta</c> is empty.
/// </summary>
internal static class GradientTable
{
    /// <summary>What names a finding.</summary>
    internal static Columns<GradientFinding> Names { get; } =
        new()
        {
            { "estimator", finding => finding.Subject.Name },
            { "topology", finding => finding.Combination.Shape.Name },
            { "activation", finding => finding.Combination.Activation.Name },
            { "cost", finding => finding.Combination.Cost.Name },
        };

    private static readonly Columns<(GradientFinding Finding, GradientMeasurement One)> Columns = new()
    {
        { Names, row => row.Finding },
        { "network", row => row.One.Network },
        { "beta", row => row.One.Beta },
        { "relative_error", row => row.One.Agreement.RelativeError },
        { "cosine", row => row.One.Agreement.Cosine },
        { "sign_agreement", row => row.One.Agreement.SignAgreement },
        { "sweeps", row => row.One.Sweeps },
        { "settled", row => row.One.IsSettled },
        { "angle_degrees", row => row.One.Agreement.Degrees },
        { "crosses_kink", row => row.One.CrossesKink },
        { "rounding", row => row.One.Rounding },
        { "compared_with", row => NameOf(row.Finding.Subject.Reference) },
    };

    /// <summary>Writes the table; the same findings give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(Stream stream, IEnumerable<GradientFinding> findings) =>
        Columns.WriteCommaSeparated(
            stream,
            findings.SelectMany(finding => finding.Measurements.Select(one => (finding, one)))
        );

    private static string NameOf(GradientReference reference) =>
        reference switch
        {
            GradientReference.RecurrentBackpropagation => "recurrent-backprop",
            GradientReference.BackpropagationThroughSweeps => "backprop-through-sweeps",
            GradientReference.CentralDifferences => "central-differences",
            _ => "feedforward-central-differences",
        };
}
