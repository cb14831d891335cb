namespace Hebb.Lab.Studies.Ablations.Series;

/// <summary>A number of an agent that is varied alone.</summary>
/// <typeparam name="TSettings">What the agent is made of.</typeparam>
/// <param name="Name">The number in names.</param>
/// <param name="Title">The number in pictures.</param>
/// <param name="Standard">Its own value.</param>
/// <param name="Others">Other values.</param>
/// <param name="Change">What sets it, with <c>{0}</c> for the value, such as <c>estimator.beta={0}</c>.</param>
internal sealed record VariedNumber<TSettings>(
    string Name,
    string Title,
    double Standard,
    double[] Others,
    string Change = ""
)
{
    /// <summary>Sets it where more depends on the value than <see cref="Change"/> can say.</summary>
    public Func<TSettings, double, TSettings>? Set { get; init; }
}
