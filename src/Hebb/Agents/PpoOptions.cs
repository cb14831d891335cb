namespace Hebb.Agents;

/// <summary>How <see cref="PpoAgent"/> gathers experience and learns from it. Every number is checked where it is given.</summary>
public sealed record PpoOptions
{
    /// <summary>How many environments are played side by side; at least 1.</summary>
    public int Environments
    {
        get;
        init => field = AtLeastOne(value, nameof(Environments));
    } = 8;

    /// <summary>The steps that each environment takes between updates; at least 1.</summary>
    public int RolloutSteps
    {
        get;
        init => field = AtLeastOne(value, nameof(RolloutSteps));
    } = 32;

    /// <summary>How often each update goes through the rollout; at least 1.</summary>
    public int Epochs
    {
        get;
        init => field = AtLeastOne(value, nameof(Epochs));
    } = 20;

    /// <summary>The steps that an optimizer's step learns from, drawn without replacement; a divisor of those of the rollout.</summary>
    public int Minibatch
    {
        get;
        init => field = AtLeastOne(value, nameof(Minibatch));
    } = 256;

    /// <summary>gamma, what a reward a step later is worth; from 0 to 1.</summary>
    public double Discount
    {
        get;
        init => field = Share(value, nameof(Discount));
    } = 0.98;

    /// <summary>lambda of <see cref="GeneralizedAdvantages"/>; from 0 to 1.</summary>
    public double Lambda
    {
        get;
        init => field = Share(value, nameof(Lambda));
    } = 0.8;

    /// <summary>
    /// epsilon, the clipping range of <see cref="Costs.ClippedPolicyCost"/>; positive. Infinite for none: the plain policy
    /// gradient.
    /// </summary>
    public double Clip
    {
        get;
        init => field = value > 0 ? value : throw Wrong(nameof(Clip), value, "a positive number, or infinity for none");
    } = 0.2;

    /// <summary>
    /// Whether the policy's expectation in the same state is taken off what was done, which makes it the gradient of log pi; without it
    /// the cost is <see cref="Costs.ChosenLogitCost"/>, which knows neither clipping nor an entropy.
    /// </summary>
    public bool SubtractsExpectation { get; init; } = true;

    /// <summary>The factor of the policy's entropy; at least 0.</summary>
    public double EntropyBonus
    {
        get;
        init =>
            field =
                value >= 0 && double.IsFinite(value) ? value : throw Wrong(nameof(EntropyBonus), value, "at least 0");
    }

    /// <summary>kappa: logits are kappa times the actor's outputs. Positive; 1 for an actor whose outputs are logits.</summary>
    public double ReadoutScale
    {
        get;
        init => field = Positive(value, nameof(ReadoutScale));
    } = 1;

    /// <summary>The critic's output is the value over this; positive.</summary>
    public double ValueScale
    {
        get;
        init => field = Positive(value, nameof(ValueScale));
    } = 1;

    /// <summary>Whether the advantages of a rollout are brought to mean 0 and standard deviation 1.</summary>
    public bool NormalisesAdvantages { get; init; } = true;

    /// <summary>Whether learning rates fall in a line to 0 over the steps of the task.</summary>
    public bool AnnealsLearningRate { get; init; }

    /// <summary>Whether the clipping range does.</summary>
    public bool AnnealsClip { get; init; }

    /// <summary>The steps of all environments in a rollout.</summary>
    public int RolloutSize => Environments * RolloutSteps;

    /// <summary>Refuses options that are not possible together.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">The minibatches do not divide the rollout.</exception>
    internal static void Require(PpoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.RolloutSize % options.Minibatch != 0)
        {
            throw new ArgumentException(
                $"Minibatch: {options.Minibatch}; a divisor of {options.Environments} environments times {options.RolloutSteps} steps is needed",
                nameof(options)
            );
        }

        if (!options.SubtractsExpectation && (double.IsFinite(options.Clip) || options.EntropyBonus > 0))
        {
            throw new ArgumentException(
                $"SubtractsExpectation: false with a clipping range of {options.Clip} and an entropy bonus of {options.EntropyBonus}; infinite and 0 are needed",
                nameof(options)
            );
        }
    }

    private static int AtLeastOne(int value, string name) =>
        value >= 1 ? value : throw Wrong(name, value, "at least 1");

    private static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw Wrong(name, value, "a positive finite number");

    private static double Share(double value, string name) =>
        value is >= 0 and <= 1 ? value : throw Wrong(name, value, "from 0 to 1");

    private static ArgumentOutOfRangeException Wrong(string name, object value, string needed) =>
        new(name, value, $"{name}: {value}; {needed} is needed");
}
