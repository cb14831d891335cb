namespace Hebb.Optimizers;

/// <summary>The optimizers that are known by name.</summary>
public static class OptimizerCatalogue
{
    /// <summary>Every optimizer, in the order in which they are shown.</summary>
    public static IReadOnlyList<OptimizerEntry> All { get; } =
    [
        new(
            "adam",
            "steps along the mean gradient, each number over the root of its mean square",
            (length, options) =>
                new Adam<float>(length, options.LearningRate, options.Beta1, options.Beta2, options.Epsilon)
        ),
        new(
            "sgd",
            "steps along the gradient, with momentum where it is asked for",
            (length, options) => new StochasticGradientDescent<float>(length, options.LearningRate, options.Momentum)
        ),
    ];

    /// <summary>The names of all optimizers, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(entry => entry.Name)];

    /// <summary>The entry of an optimizer.</summary>
    /// <param name="name">A name of the catalogue, such as <c>adam</c>, in its exact spelling.</param>
    /// <exception cref="ArgumentException">There is no such optimizer.</exception>
    public static OptimizerEntry Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.Ordinal))
            ?? throw new ArgumentException(
                $"optimizer '{name}': no such optimizer; known are {string.Join(", ", Names)}",
                nameof(name)
            );
    }
}
