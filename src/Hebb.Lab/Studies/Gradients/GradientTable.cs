using CsvHelper;
using Hebb.Lab.Studies.Gradients.Problems;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Gradients;

/// <summary>
/// <c>gradients.csv</c>: one row for each measurement. Where the estimator has no strength <c>beta</c> is empty.
/// </summary>
public static class GradientTable
{
    private static readonly string[] Columns =
    [
        "estimator",
        "topology",
        "activation",
        "cost",
        "network",
        "beta",
        "relative_error",
        "cosine",
        "sign_agreement",
        "sweeps",
        "settled",
        "angle_degrees",
        "crosses_kink",
        "rounding",
        "compared_with",
    ];

    /// <summary>Writes the table; the same findings give the same bytes.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="findings">What was found.</param>
    public static void Write(Stream stream, IEnumerable<GradientFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(findings);
        using CsvWriter table = CsvWriter.Create(stream, CommaSeparated.Options, leaveOpen: true);
        table.WriteHeader(Columns);
        foreach (GradientFinding finding in findings)
        {
            foreach (GradientMeasurement one in finding.Measurements)
            {
                Write(table, finding, one);
            }
        }
    }

    private static void Write(CsvWriter table, GradientFinding finding, GradientMeasurement one)
    {
        table.WriteField(finding.Subject.Name);
        table.WriteField(finding.Combination.Shape.Name);
        table.WriteField(finding.Combination.Activation.Name);
        table.WriteField(finding.Combination.Cost.Name);
        table.WriteNumber(one.Network);
        table.WriteIfAny(one.Beta);
        table.WriteNumber(one.Agreement.RelativeError);
        table.WriteNumber(one.Agreement.Cosine);
        table.WriteNumber(one.Agreement.SignAgreement);
        table.WriteNumber(one.Sweeps);
        table.WriteField(one.IsSettled ? "true" : "false");
        table.WriteNumber(one.Agreement.Degrees);
        table.WriteField(one.CrossesKink ? "true" : "false");
        table.WriteNumber(one.Rounding);
        table.WriteField(NameOf(finding.Subject.Reference));
        table.EndRecord();
    }

    private static string NameOf(GradientReference reference) =>
        reference switch
        {
            GradientReference.RecurrentBackpropagation => "recurrent-backprop",
            GradientReference.BackpropagationThroughSweeps => "backprop-through-sweeps",
            GradientReference.CentralDifferences => "central-differences",
            _ => "feedforward-central-differences",
        };
}
