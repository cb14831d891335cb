namespace Hebb.Lab.Studies.Gradients;

/// <summary>That an estimator refused to work.</summary>
/// <param name="Network">Which network of the combination, from 0.</param>
/// <param name="Beta">The nudging strength; null where the estimator has none.</param>
/// <param name="Reason">What it said, in one line.</param>
public sealed record GradientRefusal(int Network, double? Beta, string Reason)
{
    /// <summary>What an exception says, in one line and without the name of the parameter.</summary>
    /// <param name="exception">The exception.</param>
    public static string OneLine(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var message = exception.Message.ReplaceLineEndings(" ");
        var end = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
