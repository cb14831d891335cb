using Hebb.Environments.Memory.Options;
using Hebb.Environments.Scenes;
using Hebb.Numerics;

namespace Hebb.Environments.Memory;

/// <summary>
/// A diver sinks through a grid, a row a step, to the left or to the right. Only one way of 2^N leads to the treasure, and every step
/// of it costs a little: it is found by exploring. All is observed; the task shows what exploration can do without a memory.
/// </summary>
/// <remarks>
/// Observation: a number for each cell, row by row, 1 for that of the diver and 0 for the others; all 0 at the end. Which of the actions 0
/// and 1 leads to the right is drawn for each cell by <see cref="DeepSeaSettings.MappingSeed"/>, by this library's generator: the
/// original's mapping of the same seed is another one. A step to the right costs 0.01 / N; in the last column, which is reached in
/// the last row alone, it is rewarded 1. The best return is 0.99. An episode has N steps.
/// State: row and column.
/// The deep sea of Osband et al., "Behaviour suite for reinforcement learning" (2020).
/// </remarks>
internal sealed class DeepSea : MemoryEnvironment
{
    /// <summary>What N steps to the right cost.</summary>
    public const double MoveCost = 0.01;

    private readonly DeepSeaSettings _settings;
    private readonly byte[] _rightActions;

    /// <summary>Makes it, still to be reset.</summary>
    public DeepSea(DeepSeaSettings settings)
        : base(
            new EnvironmentSpecification(
                "DeepSea-v0",
                new BoxSpace(
                    new float[settings.Size * settings.Size],
                    [.. Enumerable.Repeat(1f, settings.Size * settings.Size)]
                ),
                new DiscreteSpace(2),
                StepLimit: settings.Size,
                SolvedAt: null
            )
            {
                Goal = "the best way taken in more than 20 of 100 episodes",
                StepsPerSecond = 4,
            },
            stateSize: 2
        )
    {
        _settings = settings;
        _rightActions = new byte[settings.Size * settings.Size];
        var random = new Pcg64((ulong)settings.MappingSeed);
        foreach (ref var action in _rightActions.AsSpan())
        {
            action = (byte)random.NextInteger(2);
        }
    }

    private int Size => _settings.Size;

    /// <inheritdoc/>
    protected override bool HasPossibleState =>
        IsWhole(Numbers[0], 0, IsRunning ? Size - 1 : Size)
        && IsWhole(Numbers[1], 0, Size - 1)
        && Numbers[1] <= Numbers[0];

    /// <summary>The action that leads to the right in a cell.</summary>
    public int RightAction(int row, int column) => _rightActions[(row * Size) + column];

    /// <inheritdoc/>
    protected override void Begin(Pcg64 random, Span<float> observation)
    {
        Numbers.AsSpan().Clear();
        observation[0] = 1;
    }

    /// <inheritdoc/>
    protected override double Act(int action, Pcg64 random, Span<float> observation, out bool terminated)
    {
        var row = (int)Numbers[0];
        var column = (int)Numbers[1];
        var isRight = action == RightAction(row, column);
        double reward = isRight && column == Size - 1 ? 1 : 0;
        if (_settings.IsStochastic && row == Size - 1 && (column == 0 || column == Size - 1))
        {
            reward += random.NextGaussian();
        }

        if (isRight)
        {
            reward -= MoveCost / Size;
            if (!_settings.IsStochastic || random.NextDouble() > 1.0 / Size)
            {
                column = Math.Min(column + 1, Size - 1);
            }
        }
        else
        {
            column = Math.Max(column - 1, 0);
        }

        row++;
        Numbers[0] = row;
        Numbers[1] = column;
        terminated = row == Size;
        if (!terminated)
        {
            observation[(row * Size) + column] = 1;
        }

        return reward;
    }

    /// <inheritdoc/>
    protected override string ActionName(int action) => action == 0 ? "0" : "1";

    /// <inheritdoc/>
    protected override Scene Drawn(string words) => DeepSeaScene.Draw(Size, (int)Numbers[0], (int)Numbers[1], words);
}
